package fr.respop.server.fhir;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * A response that goes to the client when its buffer is full or when it ends, and not before.
 *
 * <p>HAPI's encoder flushes after each number and each boolean: a report of a few kilobytes would leave in hundreds of
 * packets.
 */
final class WholeResponse extends HttpServletResponseWrapper {

    WholeResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return new PrintWriter(new FilterWriter(super.getWriter()) {
            @Override
            public void flush() {}
        });
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new Unflushed(super.getOutputStream());
    }

    private static final class Unflushed extends ServletOutputStream {

        private final ServletOutputStream response;

        Unflushed(ServletOutputStream response) {
            this.response = response;
        }

        @Override
        public void write(int value) throws IOException {
            response.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            response.write(bytes, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            response.close();
        }

        @Override
        public boolean isReady() {
            return response.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            response.setWriteListener(listener);
        }
    }
}
