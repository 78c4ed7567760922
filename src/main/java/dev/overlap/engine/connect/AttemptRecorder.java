package dev.overlap.engine.connect;

import dev.overlap.trace.ConnectAttempt;

import java.net.InetAddress;

/** Is told by a race what happens, at the instant at which it does. */
public interface AttemptRecorder {

    /** The race begins. */
    void connecting();

    /**
     * An attempt to connect to one of the addresses begins.
     *
     * @return the attempt, as it is to be named when it is over
     */
    ConnectAttempt attempts(InetAddress address);

    /** An attempt is over. */
    void attempted(ConnectAttempt attempt, ConnectAttempt.Result result);
}
