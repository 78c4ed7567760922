package dev.overlap.engine.connect;

import dev.overlap.trace.ConnectAttempt;

import java.net.InetAddress;

/** Is notified of the events of a race as they happen. */
public interface AttemptRecorder {

    /** The race begins. */
    void connecting();

    /**
     * An attempt to connect to one of the addresses begins.
     *
     * @return the attempt, to be passed to {@link #attempted} at its end
     */
    ConnectAttempt attempts(InetAddress address);

    /** An attempt has ended. */
    void attempted(ConnectAttempt attempt, ConnectAttempt.Result result);
}
