package fr.respop.engine.content;

import java.util.List;
import org.cqframework.cql.elm.visiting.BaseElmLibraryVisitor;
import org.hl7.elm.r1.Element;
import org.hl7.elm.r1.Retrieve;

/** Walks a library and collects its retrieves. */
final class RetrieveCollector extends BaseElmLibraryVisitor<List<Retrieve>, List<Retrieve>> {

    @Override
    public List<Retrieve> visitRetrieve(Retrieve retrieve, List<Retrieve> found) {
        found.add(retrieve);
        return super.visitRetrieve(retrieve, found);
    }

    @Override
    protected List<Retrieve> defaultResult(Element element, List<Retrieve> found) {
        return found;
    }
}
