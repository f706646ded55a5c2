package fr.respop.server.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access control.
 *
 * @param oidcIssuer the OpenID Connect issuer whose tokens are asked for; this version cannot check tokens and
 *     refuses to start when one is set
 */
@ConfigurationProperties("respop.security")
public record SecurityProperties(@Nullable URI oidcIssuer) {}
