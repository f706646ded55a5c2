package fr.respop.guide.source;

import java.util.Locale;

/** The kinds under which the site lists what is in the package, in the order of the list. */
public enum Kind {
    PROFILE("StructureDefinition"),
    EXTENSION("StructureDefinition"),
    PLAN_DEFINITION("PlanDefinition"),
    ACTIVITY_DEFINITION("ActivityDefinition"),
    MEASURE("Measure"),
    LIBRARY("Library"),
    QUESTIONNAIRE("Questionnaire"),
    CODE_SYSTEM("CodeSystem"),
    VALUE_SET("ValueSet"),
    CONCEPT_MAP("ConceptMap"),
    NAMING_SYSTEM("NamingSystem"),
    OPERATION("OperationDefinition"),
    SEARCH_PARAMETER("SearchParameter"),
    CAPABILITY_STATEMENT("CapabilityStatement"),
    EXAMPLE(""),
    OTHER("");

    private final String resourceType;

    Kind(String resourceType) {
        this.resourceType = resourceType;
    }

    static Kind of(Artifact artifact) {
        if (artifact.isExample()) {
            return EXAMPLE;
        }
        for (Kind kind : values()) {
            if (kind.resourceType.equals(artifact.type())) {
                boolean isExtension = artifact.resource().path("type").asText().equals("Extension");
                return kind == PROFILE && isExtension ? EXTENSION : kind;
            }
        }
        return OTHER;
    }

    /** Words joined by hyphens, as in the names of templates and labels. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
