package fr.respop.server.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Without access control the server listens on loopback addresses only.
 *
 * <p>Checked on the settings, before anything is opened: a server that breaks the rule has not listened for a moment.
 */
final class LoopbackRule {

    private static final String SERVER_ADDRESS = "server.address";
    private static final String MANAGEMENT_ADDRESS = "management.server.address";
    private static final String MANAGEMENT_PORT = "management.server.port";

    private LoopbackRule() {}

    static void check(Environment settings) {
        refuseAnIssuerThatWouldNotBeAsked(settings.getProperty("respop.security.oidc-issuer"));
        refuseUnlessLoopback(SERVER_ADDRESS, settings.getProperty(SERVER_ADDRESS));
        if (hasItsOwnPort(settings) || settings.containsProperty(MANAGEMENT_ADDRESS)) {
            refuseUnlessLoopback(MANAGEMENT_ADDRESS, settings.getProperty(MANAGEMENT_ADDRESS));
        }
    }

    /** With a port of its own, the management server listens on all addresses unless it is told one. */
    private static boolean hasItsOwnPort(Environment settings) {
        var port = settings.getProperty(MANAGEMENT_PORT);
        return StringUtils.hasText(port) && !port.equals("-1");
    }

    /** To start would be to promise a check that nobody makes. */
    private static void refuseAnIssuerThatWouldNotBeAsked(@Nullable String issuer) {
        if (StringUtils.hasText(issuer)) {
            throw new UnprotectedServer(
                    "respop.security.oidc-issuer is set, but this version of Respop does not check access tokens yet:"
                            + " every request would be answered, with or without a token.",
                    "Remove respop.security.oidc-issuer. Until a version checks tokens, the server is for this machine"
                            + " only: keep server.address at 127.0.0.1.");
        }
    }

    private static void refuseUnlessLoopback(String setting, @Nullable String address) {
        if (!isLoopback(address)) {
            throw new UnprotectedServer(
                    "Without access control Respop listens on loopback addresses only, but " + setting
                            + (StringUtils.hasText(address)
                                    ? " is " + address + "."
                                    : " is not set, which means all addresses."),
                    "Set " + setting
                            + " to 127.0.0.1 (or ::1). Serving other machines needs tokens of an OpenID Connect"
                            + " issuer (respop.security.oidc-issuer), which this version of Respop does not check yet.");
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        if (!StringUtils.hasText(address)) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
