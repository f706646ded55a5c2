/**
 * Who may reach the server.
 *
 * <p>Today one rule: without access control the server speaks to its own machine only. Tokens (an OpenID Connect
 * issuer, SMART scopes, the programme's roles) and the AuditEvent of each access belong here too; when a token can be
 * checked, {@link fr.respop.server.security.LoopbackRule} is what it relaxes. Knows addresses and headers, no FHIR
 * data.
 */
@NullMarked
package fr.respop.server.security;

import org.jspecify.annotations.NullMarked;
