package fr.respop.guide.source;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of the package.
 *
 * @param listing what the ImplementationGuide says of it: a name, a description, whether it is an example
 * @param resource the resource
 */
public record Artifact(JsonNode listing, JsonNode resource) {

    public String type() {
        return resource.path("resourceType").asText();
    }

    public String id() {
        return resource.path("id").asText();
    }

    /** The reference by which resources of the package name it, such as {@code Group/example-diabetes}. */
    public String reference() {
        return type() + "/" + id();
    }

    /** The canonical without version, empty for a resource that has none. */
    public String url() {
        return resource.path("url").asText();
    }

    public Kind kind() {
        return Kind.of(this);
    }

    /** The name of its page and of its JSON, without ending. */
    public String fileName() {
        return type() + "-" + id();
    }

    public Text title(Language language) {
        if (resource.hasNonNull("title")) {
            return Text.of(resource, "title", language);
        }
        // SearchParameter and NamingSystem have no title in R4; people know the one by its code, the other by its name.
        String name = listing.path("name").asText(id());
        return Text.of(
                switch (kind()) {
                    case SEARCH_PARAMETER -> resource.path("code").asText(name);
                    case NAMING_SYSTEM -> resource.path("name").asText(name);
                    default -> name;
                },
                language);
    }

    public Text description(Language language) {
        return resource.path("description").isTextual()
                ? Text.of(resource, "description", language)
                : Text.of(listing.path("description").asText(), language);
    }

    public boolean isExample() {
        return listing.path("exampleBoolean").asBoolean() || listing.has("exampleCanonical");
    }

    public boolean isExampleOf(String profile) {
        return listing.path("exampleCanonical").asText().equals(profile);
    }
}
