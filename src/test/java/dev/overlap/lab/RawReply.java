package dev.overlap.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reply read from a plain socket, without an HTTP library, so that a bug in the lab's library is
 * not masked by the same bug here.
 */
record RawReply(int status, Map<String, String> headers, String body) {

    private static final int LIMIT_MILLIS = 20_000;

    static RawReply get(URI lab, String target) throws IOException {
        return ask(lab, "GET", target, "");
    }

    static RawReply ask(URI lab, String method, String target, String body) throws IOException {
        return ask(lab, new Request("localhost:1", method, target, body));
    }

    /** What is asked of whom. */
    record Request(String host, String method, String target, String body) {}

    static RawReply ask(URI lab, Request request) throws IOException {
        try (Socket socket = open(lab)) {
            send(socket, request);
            return parse(new String(socket.getInputStream().readAllBytes(), US_ASCII));
        }
    }

    static Socket open(URI lab) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), lab.getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    static void send(Socket socket, String method, String target, String body) throws IOException {
        send(socket, new Request("localhost:1", method, target, body));
    }

    static void send(Socket socket, Request request) throws IOException {
        String head =
                String.join(
                        "\r\n",
                        request.method() + " " + request.target() + " HTTP/1.1",
                        "Host: " + request.host(),
                        "Connection: close",
                        "Content-Length: " + request.body().length(),
                        "",
                        "");
        socket.getOutputStream().write((head + request.body()).getBytes(US_ASCII));
    }

    private static RawReply parse(String reply) {
        int end = reply.indexOf("\r\n\r\n");
        String[] lines = reply.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new RawReply(
                Integer.parseInt(lines[0].split(" ", -1)[1]), headers, reply.substring(end + 4));
    }

    /** Returns the value of a header; empty if it is absent. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    double sentAfterMillis() {
        return Double.parseDouble(header(Lab.SENT_AFTER));
    }
}
