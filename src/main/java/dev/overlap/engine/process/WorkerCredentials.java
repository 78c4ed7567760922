package dev.overlap.engine.process;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The port and the secret token with which a worker process connects to its run. They are passed as
 * one line on standard input, which other users cannot read, unlike a command line or, on some
 * systems, the environment.
 *
 * @param port the port on the loopback address where the run listens
 * @param token a random hexadecimal number, known only to the run and this process
 */
public record WorkerCredentials(int port, String token) {

    /** Not the JDK's loopback address, which may be the IPv6 one. */
    public static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static final int TOKEN_BYTES = 16;
    private static final int MAX_LINE_BYTES = 64;
    private static final int CONNECT_TIMEOUT_MILLIS = 30_000;
    private static final Pattern LINE = Pattern.compile("(\\d{1,5}) ([0-9a-f]{32})");

    /** Creates credentials with a new token. */
    static WorkerCredentials to(int port) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new WorkerCredentials(port, HexFormat.of().formatHex(token));
    }

    /** Returns the line for {@link #read}. */
    byte[] line() {
        return (port + " " + token + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the bytes that the process has to send first. */
    byte[] greeting() {
        return token.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the line.
     *
     * @return null if the input ended first, since the parent is gone
     * @throws StreamCorruptedException if the line is malformed
     */
    public static @Nullable WorkerCredentials read(InputStream in) throws IOException {
        String line = readLine(in);
        if (line.isEmpty()) {
            return null;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new StreamCorruptedException("a worker process can only be started by a run");
        }
        return new WorkerCredentials(Integer.parseInt(parts.group(1)), parts.group(2));
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read();
                b >= 0 && b != '\n' && line.size() < MAX_LINE_BYTES;
                b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    /** Connects to the run and authenticates this process. */
    public Socket connect() throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY); // regardless of configured proxies
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(LOOPBACK, port), CONNECT_TIMEOUT_MILLIS);
            socket.getOutputStream().write(greeting());
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Omits the token, which must not appear in a log. */
    @Override
    public String toString() {
        return "ticket to port " + port;
    }
}
