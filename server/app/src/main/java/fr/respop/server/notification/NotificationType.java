package fr.respop.server.notification;

import java.util.Locale;

/** Why a subscriber is told something. */
enum NotificationType {
    HANDSHAKE,
    HEARTBEAT,
    EVENT_NOTIFICATION,
    QUERY_STATUS,
    QUERY_EVENT;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
