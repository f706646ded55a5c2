package fr.respop.server.bulkimport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A place from which files are read, on this machine. */
public final class FileSource implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    public FileSource() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        http.setExecutor(threads);
        http.start();
    }

    /** The address of a new file. */
    public String file(String name, List<String> lines) {
        var content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        http.createContext("/" + name, exchange -> answer(exchange, 200, content));
        return url(name);
    }

    /** The address of a file that leads to another. */
    String redirect(String name, String to) {
        http.createContext("/" + name, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            answer(exchange, 302, new byte[0]);
        });
        return url(name);
    }

    /** The address of a file that comes only after {@link #release}. */
    String slowFile(String name, List<String> lines) {
        var content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        http.createContext("/" + name, exchange -> {
            awaitRelease();
            answer(exchange, 200, content);
        });
        return url(name);
    }

    void release() {
        release.countDown();
    }

    /** The address of a file, whether there is one or not. */
    String url(String name) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + name;
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        release();
        http.stop(0);
        threads.shutdownNow();
    }
}
