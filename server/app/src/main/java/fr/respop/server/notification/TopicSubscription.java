package fr.respop.server.notification;

import ca.uhn.fhir.rest.api.EncodingEnum;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a Subscription of the profile {@code backport-subscription}: one to a topic, not to a search. */
record TopicSubscription(Subscription resource) {

    static final String PROFILE = extension("backport-subscription");
    static final String FILTER = extension("backport-filter-criteria");
    static final String CONTENT = extension("backport-payload-content");
    static final String HEARTBEAT = extension("backport-heartbeat-period");
    static final String TIMEOUT = extension("backport-timeout");
    static final String MAX_COUNT = extension("backport-max-count");

    private static String extension(String name) {
        return "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/" + name;
    }

    /** Whether it claims the profile, or its criteria are a canonical: a search never is one. */
    static boolean isOne(@Nullable Resource resource) {
        return resource instanceof Subscription subscription
                && (subscription.getMeta().hasProfile(PROFILE)
                        || String.valueOf(subscription.getCriteria()).matches("https?://.*"));
    }

    String id() {
        return resource.getIdElement().getIdPart();
    }

    Optional<Topic> topic() {
        return Optional.ofNullable(resource.getCriteria()).flatMap(Topic::ofCanonical);
    }

    /** As they are written, such as {@code RiskAssessment?patient=Patient/1}. */
    List<String> filterCriteria() {
        return resource.getCriteriaElement().getExtensionsByUrl(FILTER).stream()
                .map(filter -> filter.getValue() instanceof StringType text ? String.valueOf(text.getValue()) : "")
                .toList();
    }

    URI endpoint() {
        return URI.create(resource.getChannel().getEndpoint());
    }

    /** Such as {@code Authorization: Bearer abc}. */
    List<String> headers() {
        return resource.getChannel().getHeader().stream()
                .map(StringType::getValue)
                .toList();
    }

    String mimeType() {
        return Objects.requireNonNullElse(resource.getChannel().getPayload(), "application/fhir+json");
    }

    EncodingEnum encoding() {
        return Objects.requireNonNullElse(EncodingEnum.forContentType(mimeType()), EncodingEnum.JSON);
    }

    /** References only, when left out: the data of residents stay here until somebody asks for them. */
    Content content() {
        return contentCode().flatMap(Content::of).orElse(Content.ID_ONLY);
    }

    Optional<String> contentCode() {
        return value(resource.getChannel().getPayloadElement().getExtensionByUrl(CONTENT));
    }

    Optional<Duration> heartbeat() {
        return number(HEARTBEAT).map(Duration::ofSeconds);
    }

    Optional<Duration> timeout() {
        return number(TIMEOUT).map(Duration::ofSeconds);
    }

    /** One event a notification, when left out: nobody overlooks the second one. */
    int maximumCount() {
        return number(MAX_COUNT).orElse(1);
    }

    Optional<Integer> number(String extension) {
        var found = resource.getChannel().getExtensionByUrl(extension);
        return found != null && found.getValue() instanceof IntegerType number
                ? Optional.of(number.getValue())
                : Optional.empty();
    }

    private static Optional<String> value(@Nullable Extension extension) {
        return extension != null && extension.getValue() instanceof PrimitiveType<?> primitive
                ? Optional.of(String.valueOf(primitive.getValueAsString()))
                : Optional.empty();
    }
}
