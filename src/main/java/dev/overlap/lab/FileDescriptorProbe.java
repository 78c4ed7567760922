package dev.overlap.lab;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** Tells whether the process can still open files and sockets, by trying. */
final class FileDescriptorProbe {

    /** Opening a port takes five, and it is of no use without some connections. */
    private static final int SELECTORS = 8; // of two descriptors each

    private FileDescriptorProbe() {}

    /** Whether about sixteen descriptors can be had right now. */
    static boolean left() {
        List<Selector> probes = new ArrayList<>();
        try {
            for (int i = 0; i < SELECTORS; i++) {
                probes.add(Selector.open());
            }
            return true;
        } catch (IOException e) {
            return false; // this is the answer, not a failure
        } finally {
            probes.forEach(FileDescriptorProbe::close);
        }
    }

    private static void close(Selector probe) {
        try {
            probe.close();
        } catch (IOException e) {
            throw new AssertionError("A selector that nobody uses can always be closed.", e);
        }
    }
}
