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
 * What a worker process needs to find its run and to be known by it: a port of this machine and a
 * secret. It is handed over as one line on standard input, which nobody else can read, as a command
 * line or an environment can be; and where a Java machine says nothing of its own, as it does on
 * standard output.
 *
 * @param port on the loopback address, where the run listens
 * @param token a hexadecimal number that only this process is told
 */
public record WorkerCredentials(int port, String token) {

    /** Written out: the JDK's own idea of the loopback address may be that of IPv6. */
    public static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static final int TOKEN_BYTES = 16;
    private static final int MAX_LINE_BYTES = 64;
    private static final int CONNECT_TIMEOUT_MILLIS = 30_000;
    private static final Pattern LINE = Pattern.compile("(\\d{1,5}) ([0-9a-f]{32})");

    /** A ticket with a new token. */
    static WorkerCredentials to(int port) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new WorkerCredentials(port, HexFormat.of().formatHex(token));
    }

    /** The line that {@link #read} reads. */
    byte[] line() {
        return (port + " " + token + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What whoever connects has to say first, and in full. */
    byte[] greeting() {
        return token.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Waits for the line.
     *
     * @return null if the input ended before: whoever started this process is gone
     * @throws StreamCorruptedException if it is another line
     */
    public static @Nullable WorkerCredentials read(InputStream in) throws IOException {
        String line = readLine(in);
        if (line.isEmpty()) {
            return null;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new StreamCorruptedException("a worker process is started by a run only");
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

    /** Connects to the run and introduces this process. */
    public Socket connect() throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY); // whatever the environment says of proxies
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

    /** Without the token, which belongs into no log. */
    @Override
    public String toString() {
        return "ticket to port " + port;
    }
}
