package dev.overlap.program.python;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is asked whether it is Python, and answers in other ways. */
public final class ProbeTarget {

    private ProbeTarget() {}

    /** Returns the command that starts it. */
    static List<String> command(String behaviour) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dbehaviour=" + behaviour,
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                ProbeTarget.class.getName());
    }

    @SuppressWarnings("SystemOut") // its output is what is tested
    public static void main(String[] arguments) throws InterruptedException {
        switch (System.getProperty("behaviour", "")) {
            case "sleep" -> TimeUnit.MINUTES.sleep(5);
            case "flood" -> {
                while (!System.out.checkError()) {
                    System.out.println("overlap-probe " + "x".repeat(1_000));
                }
            }
            case "broken" -> System.out.println("overlap-probe {\"version\": [3,");
            case "chatty" -> {
                System.out.println("Welcome to your Python!");
                System.out.println(
                        "overlap-probe {\"version\": [3, 13, 1], \"free\": true, \"gil\": false,"
                                + " \"platform\": \"win32\", \"managed\": \"use brew\"}");
            }
            default -> {
                System.out.println("Unknown option: -c");
                System.out.println(new String(new byte[] {'b', 'y', 'e'}, StandardCharsets.UTF_8));
            }
        }
    }
}
