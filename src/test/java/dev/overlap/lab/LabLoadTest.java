package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class LabLoadTest {

    private static final int CROWD = 2_000;

    @Test
    void everyoneOfAThousandsStrongBurstIsAnswered() throws Exception {
        Set<Thread> before = threads();
        List<SocketChannel> crowd = new ArrayList<>();
        try (Lab lab = Lab.start()) {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(SocketChannel.open(address(lab)));
            }
            ByteBuffer request = ask("/delay/200");
            for (SocketChannel each : crowd) {
                each.write(request.duplicate());
            }
            Eventually.holds(
                    "all of them wait at once or were served", () -> lab.connections() == CROWD);
            for (SocketChannel each : crowd) {
                assertThat(firstBytes(each)).isEqualTo("HTTP/1.1 200");
            }
            Set<String> names = newSince(before);
            assertThat(names).containsOnly("lab-timer", "lab-http-accept", "lab-http-loop");
            assertThat(lab.problem()).isNull();
        } finally {
            for (SocketChannel each : crowd) {
                each.close();
            }
        }
    }

    @Test
    void nothingIsLeftAfterTheEnd() throws Exception {
        Set<Thread> before = threads();
        Lab lab = Lab.start();
        lab.h2cUri();
        List<Socket> crowd = new ArrayList<>();
        for (String target : List.of("/hang", "/delay/600000", "/bytes/9?ms=600000")) {
            Socket each = RawReply.open(lab.uri());
            RawReply.send(each, "GET", target, "");
            crowd.add(each);
        }
        Eventually.holds("all are connected", () -> lab.connections() == 3);
        Eventually.holds("two wait on the timer", () -> lab.waiting() == 2);

        lab.close();

        Eventually.holds("its threads are gone", () -> newSince(before).isEmpty());
        for (Socket each : crowd) {
            assertHasEnded(each);
            each.close();
        }
        lab.close(); // a second time does no harm
    }

    private static InetSocketAddress address(Lab lab) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), lab.uri().getPort());
    }

    private static ByteBuffer ask(String target) {
        return ByteBuffer.wrap(
                ("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
    }

    private static String firstBytes(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(12);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until there are twelve
        }
        return new String(bytes.array(), US_ASCII);
    }

    /** Asserts that the connection was closed or reset; a read that times out has seen neither. */
    private static void assertHasEnded(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static Set<String> newSince(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("lab-"))
                .collect(Collectors.toSet());
    }
}
