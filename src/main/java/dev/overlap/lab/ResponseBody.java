package dev.overlap.lab;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.DataStreamChannel;

import java.io.IOException;

/** The body of one reply: called by the loop, or by the timer right after the head was sent. */
interface ResponseBody {

    /** Bytes that its head announces. */
    long length();

    /** Bytes that could be written now; 0 while the body waits for its time. */
    int available();

    /** Writes what can be written now. */
    void produce(DataStreamChannel channel) throws IOException;

    /** Ends whatever still waits for its time. */
    default void release() {}

    default EntityDetails details() {
        return new BasicEntityDetails(length(), ContentType.TEXT_PLAIN);
    }
}
