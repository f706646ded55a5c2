package fr.respop.engine.content;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.cqframework.cql.elm.visiting.BaseElmLibraryVisitor;
import org.hl7.elm.r1.Element;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.Library;
import org.jspecify.annotations.Nullable;

/** Moves the places that errors of a library are told with, such as {@code 7:1-7:12}, up by some lines. */
final class LocatorShift extends BaseElmLibraryVisitor<@Nullable Void, @Nullable Void> {

    private static final Pattern LINE = Pattern.compile("(\\d+):");

    private final int lines;
    private final Set<Element> moved = Collections.newSetFromMap(new IdentityHashMap<>());

    private LocatorShift(int lines) {
        this.lines = lines;
    }

    static void moveUp(Library library, int lines) {
        if (lines == 0 || library.getStatements() == null) {
            return;
        }
        var shift = new LocatorShift(lines);
        library.getStatements().getDef().forEach(shift::move);
        shift.visitLibrary(library, null);
    }

    @Override
    public @Nullable Void visitExpression(Expression expression, @Nullable Void nothing) {
        move(expression);
        return super.visitExpression(expression, null);
    }

    private void move(Element element) {
        if (element.getLocator() != null && moved.add(element)) {
            element.setLocator(LINE.matcher(element.getLocator())
                    .replaceAll(place -> Math.max(1, Integer.parseInt(place.group(1)) - lines) + ":"));
        }
    }

    @Override
    protected @Nullable Void defaultResult(Element element, @Nullable Void nothing) {
        return null;
    }
}
