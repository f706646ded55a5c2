package fr.respop.server.security;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.border.RefusalWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that a web page of somebody else made in a browser on this machine.
 *
 * <p>A browser reaches loopback addresses for any page it shows. A page whose own name was rebound to 127.0.0.1 sends
 * that name as Host; any other page sends its Origin when it writes. Neither is one of this machine's names.
 */
class LocalRequestsFilter extends OncePerRequestFilter {

    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost\\.?|127(\\.\\d{1,3}){3}|\\[?(::1|(0{1,4}:){7}0{0,3}1)]?", Pattern.CASE_INSENSITIVE);

    private final RefusalWriter refusals;

    LocalRequestsFilter(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isLoopback(request.getServerName())) {
            refuse(response, "Host");
        } else if (!isFromThisMachine(request.getHeader(HttpHeaders.ORIGIN))) {
            refuse(response, "Origin");
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, String header) throws IOException {
        refusals.write(
                response,
                Refusal.forbidden(
                        header,
                        "Without access control the server answers requests for localhost, 127.0.0.1 or [::1] only. Use one"
                                + " of these names in the address, from a program or page of this machine."));
    }

    private static boolean isFromThisMachine(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return isLoopback(URI.create(origin).getHost());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }
}
