package fr.respop.server.fhir.border;

import fr.respop.server.fhir.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses an address that is no text, and a body larger than the server is willing to hold in memory. */
class RequestLimitsFilter extends OncePerRequestFilter {

    private final RefusalWriter refusals;
    private final DataSize maximumBodySize;

    RequestLimitsFilter(RefusalWriter refusals, DataSize maximumBodySize) {
        this.refusals = refusals;
        this.maximumBodySize = maximumBodySize;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isText(request.getRequestURI()) || !isText(request.getQueryString())) {
            refusals.write(
                    response,
                    Refusal.badRequest(
                            IssueType.INVALID,
                            "",
                            "The address holds a percent sign without two hexadecimal digits, or a null character."
                                    + " Percent-encode its parameters as UTF-8."));
        } else if (request.getContentLengthLong() > maximumBodySize.toBytes()) {
            refusals.write(response, tooLarge());
        } else {
            chain.doFilter(new LimitedRequest(request), response);
        }
    }

    private static boolean isText(@Nullable String address) {
        try {
            return address == null
                    || URLDecoder.decode(address, StandardCharsets.UTF_8).indexOf('\0') < 0;
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }

    private Refusal tooLarge() {
        return Refusal.of(
                413,
                IssueType.TOOLONG,
                "",
                "The body is larger than " + maximumBodySize.toMegabytes()
                        + " MB. Send it in parts, or have whoever runs the"
                        + " server raise respop.fhir.maximum-body-size.");
    }

    /** Unpacks a gzipped body here, so that the limit holds for what it becomes and not for what it was sent as. */
    private final class LimitedRequest extends HttpServletRequestWrapper {

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isGzipped() && name.equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING) ? null : super.getHeader(name);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var body = super.getInputStream();
            return new LimitedStream(isGzipped() ? new GZIPInputStream(body) : body);
        }

        private boolean isGzipped() {
            return "gzip".equals(super.getHeader(HttpHeaders.CONTENT_ENCODING));
        }
    }

    private final class LimitedStream extends ServletInputStream {

        private final InputStream body;
        private long left = maximumBodySize.toBytes();

        LimitedStream(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read by the thread that answers the request");
        }
    }
}
