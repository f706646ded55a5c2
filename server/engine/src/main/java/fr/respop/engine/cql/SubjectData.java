package fr.respop.engine.cql;

import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;

/** The data of one subject at a time as the CQL engine looks at it, as long as there is time. */
final class SubjectData extends CompositeDataProvider {

    private final TimeLimit time;

    SubjectData(SubjectRetrieve retrieve, TimeLimit time) {
        super(FhirModel.RESOLVER, retrieve);
        this.time = time;
    }

    @Override
    public @Nullable Object resolvePath(@Nullable Object target, @Nullable String path) {
        time.look();
        return FhirModel.RESOLVER.resolvePath(target, path);
    }
}
