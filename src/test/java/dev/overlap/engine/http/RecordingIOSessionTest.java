package dev.overlap.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;

/** Tests how much one event of a connection may read while others wait for the loop. */
class RecordingIOSessionTest {

    private static final int MAX_READS = 1_000;

    private final TrackedConnection connection = new TrackedConnection("c-1");
    private final RecordingIOSession session = new RecordingIOSession(endless(), connection, false);

    /** A session whose peer sends faster than it is read: each read fills the buffer. */
    private static IOSession endless() {
        return (IOSession)
                Proxy.newProxyInstance(
                        RecordingIOSessionTest.class.getClassLoader(),
                        new Class<?>[] {IOSession.class},
                        (_, method, arguments) -> {
                            if (!method.getName().equals("read")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            ByteBuffer buffer = (ByteBuffer) arguments[0];
                            int n = buffer.remaining();
                            buffer.position(buffer.limit());
                            return n;
                        });
    }

    /** Reads like HttpCore, until there is no more input. */
    private int readUntilNothingComes() throws IOException {
        int all = 0;
        for (int i = 0; i < MAX_READS; i++) {
            int n = session.read(ByteBuffer.allocate(AsyncClient.BUFFER_BYTES));
            all += n;
            if (n == 0) {
                return all;
            }
        }
        throw new AssertionError("the event never ends");
    }

    @Test
    void eventReadsItsShareAndTheNextOneGoesOn() throws IOException {
        for (int event = 0; event < 3; event++) {
            connection.beginEvent();

            assertThat(readUntilNothingComes()).isEqualTo(64 << 10);
        }
    }
}
