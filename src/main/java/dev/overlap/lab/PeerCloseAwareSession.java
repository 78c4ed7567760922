package dev.overlap.lab;

import dev.overlap.httpcore.ForwardingIOSession;

import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A connection that ends as soon as its peer has ended it. HttpCore takes the end of the input for
 * a peer that still listens, and would keep an exchange with {@code /hang} for ever.
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
