package dev.overlap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** On what the figures were measured: without it they say little. */
final class MachineDescription {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    /** First and last of the ports that connections may go out from (ip(7)). */
    private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private MachineDescription() {}

    /** Cores, processor, system and Java, in a line. */
    static String words() {
        int cores = Runtime.getRuntime().availableProcessors();
        return "%d %s (%s), %s, JDK %s"
                .formatted(
                        cores,
                        cores == 1 ? "core" : "cores",
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"));
    }

    /** How many threads of the whole machine wanted a core lately, if the system tells. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    /**
     * The limit of this machine that forbids so many connections to one address at once, in a
     * sentence; empty if none does. How many files may be open is not asked here: the engine itself
     * refuses a run for which they do not suffice.
     */
    static String shortage(int connections) throws IOException {
        if (!Files.isReadable(PORTS)) {
            return "";
        }
        String[] range = line(PORTS).split("\\s+", -1);
        int ports = Integer.parseInt(range[1]) - Integer.parseInt(range[0]) + 1;
        return ports > connections
                ? ""
                : ("%d connections to one address need as many ports, and this machine has %d for"
                                + " them (%s).")
                        .formatted(connections, ports, PORTS);
    }

    /**
     * In one read: such a file gives nothing to a second one, and readString begins with a byte.
     */
    private static String line(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return String.valueOf(reader.readLine()).strip();
        }
    }

    private static String processor() {
        if (!Files.isReadable(CPUS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch"); // it only unknown more exactly
        }
    }
}
