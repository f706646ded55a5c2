package fr.respop.server.fhir.programme;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.elm.r1.IncludeDef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The follow-up items of each programme: those whose library includes the programme's library of strata. */
@Component
public class FollowUpItems {

    private record Known(Content content, List<GapMeasure> measures) {}

    private final GapMeasures measures;
    private volatile @Nullable Known known;

    FollowUpItems(GapMeasures measures) {
        this.measures = measures;
    }

    /** The items of a programme, by the canonicals of their measures. */
    public List<GapMeasure> of(Programme programme, Content content) {
        var library = content.library(programme.library()).name();
        return all(content).stream()
                .filter(measure -> includes(content, measure.library()).anyMatch(include -> isNamed(include, library)))
                .toList();
    }

    /** Reading them takes longer than evaluating a resident, and they change with the content only. */
    private List<GapMeasure> all(Content content) {
        var current = known;
        if (current == null || current.content() != content) {
            current = new Known(content, measures.all());
            known = current;
        }
        return current.measures();
    }

    /** None of a library that cannot be used: a measure of somebody else is no reason to show nothing. */
    private static Stream<IncludeDef> includes(Content content, String library) {
        try {
            var includes = content.library(library).elm().getIncludes();
            return includes == null ? Stream.of() : includes.getDef().stream();
        } catch (ContentException unusable) {
            return Stream.of();
        }
    }

    /** A path may begin with a namespace. */
    private static boolean isNamed(IncludeDef include, String library) {
        return library.equals(include.getPath()) || include.getPath().endsWith("/" + library);
    }
}
