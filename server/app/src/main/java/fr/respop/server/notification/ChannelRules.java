package fr.respop.server.notification;

import fr.respop.server.fhir.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.springframework.stereotype.Component;

/** Says what is wrong with the channel of a Subscription: where notifications go, and what they hold. */
@Component
class ChannelRules {

    private static final Set<String> MIME_TYPES =
            Set.of("application/fhir+json", "application/fhir+xml", "application/json", "application/xml");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int LONGEST_TIMEOUT = 60;
    private static final int MOST_EVENTS = 1000;

    private final NotificationProperties properties;

    ChannelRules(NotificationProperties properties) {
        this.properties = properties;
    }

    /** The broken rules; messages repeat no address and no header, which may hold secrets. */
    List<Refusal> broken(TopicSubscription subscription) {
        var broken = new ArrayList<Refusal>();
        var channel = subscription.resource().getChannel();
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            broken.add(refusal("channel.type", "Notifications are sent by rest-hook only: give the type rest-hook."));
        }
        endpointFault(channel.getEndpoint()).ifPresent(fault -> broken.add(refusal("channel.endpoint", fault)));
        if (channel.hasPayload() && !MIME_TYPES.contains(channel.getPayload())) {
            broken.add(refusal(
                    "channel.payload",
                    "Notifications are FHIR in JSON or XML: give application/fhir+json or application/fhir+xml."));
        }
        if (channel.getPayloadElement().hasExtension(TopicSubscription.CONTENT)
                && subscription.contentCode().flatMap(Content::of).isEmpty()) {
            broken.add(refusal(
                    "channel.payload.extension", "The content of a notification is one of " + Content.all() + "."));
        }
        if (!subscription.headers().stream().allMatch(ChannelRules::isHeader)) {
            broken.add(refusal(
                    "channel.header",
                    "A header is a name and a value, as in Authorization: Bearer abc; Content-Type, Host and others"
                            + " that HTTP sets itself are not for a Subscription."));
        }
        number(subscription, TopicSubscription.HEARTBEAT, Integer.MAX_VALUE).ifPresent(broken::add);
        number(subscription, TopicSubscription.TIMEOUT, LONGEST_TIMEOUT).ifPresent(broken::add);
        number(subscription, TopicSubscription.MAX_COUNT, MOST_EVENTS).ifPresent(broken::add);
        return broken;
    }

    private Optional<String> endpointFault(String endpoint) {
        URI uri;
        try {
            uri = new URI(String.valueOf(endpoint));
        } catch (URISyntaxException malformed) {
            return Optional.of("It is no address: give an absolute one, such as https://gp.example.org/notifications.");
        }
        var isHttp = "http".equals(uri.getScheme());
        if (uri.getHost() == null || (!isHttp && !"https".equals(uri.getScheme()))) {
            return Optional.of("Notifications go to an absolute https address, such as"
                    + " https://gp.example.org/notifications.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("The address has no user and no fragment: put credentials into a header.");
        }
        return isHttp
                        && !properties.allowHttp()
                        && !LOOPBACK.matcher(uri.getHost()).matches()
                ? Optional.of("Notifications are about residents and go to https addresses only: give one."
                        + " (respop.notification.allow-http lets this server send by http.)")
                : Optional.empty();
    }

    /** The HTTP client refuses what HTTP sets itself. */
    private static boolean isHeader(String header) {
        var parts = header.split(":", 2);
        try {
            HttpRequest.newBuilder().header(parts[0].strip(), parts[1].strip());
            return !parts[0].strip().equalsIgnoreCase("Content-Type");
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            return false;
        }
    }

    private static Optional<Refusal> number(TopicSubscription subscription, String extension, int most) {
        var isGiven = subscription.resource().getChannel().hasExtension(extension);
        var number = subscription.number(extension).orElse(0);
        return isGiven && (number < 1 || number > most)
                ? Optional.of(refusal(
                        "channel.extension",
                        extension.substring(extension.lastIndexOf('/') + 1) + " is a whole number from 1 to " + most
                                + "."))
                : Optional.empty();
    }

    private static Refusal refusal(String element, String ruleAndCure) {
        return Refusal.unprocessable(IssueType.VALUE, "Subscription." + element, ruleAndCure);
    }
}
