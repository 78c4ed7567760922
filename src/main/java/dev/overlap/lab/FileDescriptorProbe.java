package dev.overlap.lab;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** Checks whether the process can still open files and sockets, by trying. */
final class FileDescriptorProbe {

    /** Opening a port takes five descriptors, and a few connections should be possible, too. */
    private static final int SELECTORS = 8; // of two descriptors each

    private FileDescriptorProbe() {}

    /** Returns whether about sixteen file descriptors are available. */
    static boolean available() {
        List<Selector> probes = new ArrayList<>();
        try {
            for (int i = 0; i < SELECTORS; i++) {
                probes.add(Selector.open());
            }
            return true;
        } catch (IOException e) {
            return false; // the answer, not an error
        } finally {
            probes.forEach(FileDescriptorProbe::close);
        }
    }

    private static void close(Selector probe) {
        try {
            probe.close();
        } catch (IOException e) {
            throw new AssertionError("An unused selector could not be closed.", e);
        }
    }
}
