package dev.overlap.lab;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.DataStreamChannel;

import java.io.IOException;

/** The body of a reply; called by the loop, or by the timer right after the head was sent. */
interface ResponseBody {

    /** Returns the content length. */
    long length();

    /**
     * Returns the number of bytes that can be written now; 0 while the body waits for its timer.
     */
    int available();

    /** Writes the available bytes. */
    void produce(DataStreamChannel channel) throws IOException;

    /** Cancels what is still scheduled. */
    default void release() {}

    default EntityDetails details() {
        return new BasicEntityDetails(length(), ContentType.TEXT_PLAIN);
    }
}
