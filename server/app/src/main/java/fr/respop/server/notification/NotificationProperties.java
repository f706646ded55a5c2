package fr.respop.server.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notifications are sent.
 *
 * @param enabled whether this server sends notifications; events are noted in any case
 * @param interval how often the server looks for notifications to send
 * @param workers how many receivers are spoken to at once
 * @param timeout how long a receiver may take to answer, unless its Subscription says otherwise
 * @param firstRetry how long after a failed attempt the next one is made; twice as long after each further failure
 * @param longestRetry the longest time between two attempts
 * @param handshakeLimit how long a receiver may fail to answer the handshake before its Subscription is in error
 * @param giveUpAfter how long notifications may fail before the Subscription is in error
 * @param keepDays days for which events are kept, delivered or not
 * @param allowHttp whether notifications may leave this machine without TLS
 */
@ConfigurationProperties("respop.notification")
public record NotificationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("4") int workers,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("15m") Duration longestRetry,
        @DefaultValue("5m") Duration handshakeLimit,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("30") int keepDays,
        @DefaultValue("false") boolean allowHttp) {

    private static final int MOST_DOUBLINGS = 30;

    /** How long to wait after so many failures in a row. */
    Duration wait(int failures) {
        var doubled = firstRetry.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    }
}
