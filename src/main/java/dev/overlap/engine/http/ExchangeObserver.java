package dev.overlap.engine.http;

import java.io.IOException;

/**
 * Is told by the loop thread of the bytes of an exchange on its connection. Instants are those of
 * {@link System#nanoTime}.
 */
interface ExchangeObserver {

    /** The index of the task whose exchange it is. */
    int task();

    /** Bytes of the request are about to be written. */
    void writing();

    /** All bytes of the request so far were written, beginning at an instant. */
    void sent(long nanoTime);

    /** Bytes of the reply were read at an instant. */
    void read(long nanoTime);

    /**
     * So many bytes came.
     *
     * @throws IOException if they are more than an exchange may receive
     */
    void came(int bytes) throws IOException;
}
