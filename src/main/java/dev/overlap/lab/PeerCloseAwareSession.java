package dev.overlap.lab;

import dev.overlap.httpcore.ForwardingIOSession;

import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A session that closes as soon as its peer has closed its end. HttpCore treats the end of input as
 * a half-closed connection, and would keep an exchange with {@code /hang} for ever.
 */
record PeerCloseAwareSession(IOSession session) implements ForwardingIOSession {

    @Override
    public int read(ByteBuffer dst) throws IOException {
        int count = session.read(dst);
        if (count < 0) {
            session.close(CloseMode.GRACEFUL);
        }
        return count;
    }
}
