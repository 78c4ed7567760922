package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Installs the {@code deb} of a folder on this machine, uses it as people would, removes it and
 * looks for what it left. Needs Debian or its kin, root, Xvfb and xdotool; without them it says so
 * and fails. A display number that is free is Xvfb's choice.
 */
final class DebTrial {

    private static final int SECONDS = 60;

    private final Path home;

    private DebTrial(Path home) {
        this.home = home;
    }

    static void run(Path packages) throws IOException, InterruptedException {
        requireDebianAndRoot();
        Path deb = FileTree.only(packages, ".deb").toAbsolutePath();
        Path home = Files.createTempDirectory("overlap-trial");
        DebTrial trial = new DebTrial(home);
        try {
            List<String> before = trial.foreignFiles();
            trial.command("apt-get", "install", "-y", "--no-install-recommends", deb.toString());
            try {
                trial.use();
            } finally {
                trial.command("dpkg", "--purge", "overlap");
            }
            trial.expectNothingLeft(before);
        } finally {
            FileTree.delete(home);
        }
        System.out.println("The deb was installed, used from the path, shown and removed.");
    }

    private static void requireDebianAndRoot() {
        List<String> missing = new ArrayList<>();
        for (String command : List.of("dpkg", "apt-get", "Xvfb", "xdotool")) {
            if (!Files.isExecutable(Path.of("/usr/bin", command))) {
                missing.add(command);
            }
        }
        if (!System.getProperty("user.name").equals("root")) {
            missing.add("the rights of root");
        }
        if (!missing.isEmpty()) {
            throw new InstallerException(
                    "The deb was not tried. Missing: %s.".formatted(String.join(", ", missing)));
        }
        if (Files.exists(Path.of("/opt/overlap")) || Files.exists(Path.of("/usr/bin/overlap"))) {
            throw new InstallerException("The deb was not tried: Overlap is installed here.");
        }
    }

    private void use() throws IOException, InterruptedException {
        expect(command("overlap", "--version"), "overlap ");
        expect(command("overlap", "models"), "process-pool");
        String pool =
                command(
                        "overlap run --site lab:/delay/20 --site cpu:5ms --model process-pool --json"
                                .split(" "));
        expect(pool, "\"summary\"");
        expectExitCode(2, "overlap", "no-such-command");
        expectCacheToFit();
        expectAssociations();
        showWindow();
    }

    /** Packing must keep what a cache for a quick start is checked against, if there is one. */
    private void expectCacheToFit() throws IOException, InterruptedException {
        Path runtime = Path.of("/opt/overlap/lib/runtime");
        Path cache = runtime.resolve("lib/overlap.aot");
        if (Files.exists(cache)) {
            String models =
                    command(
                            runtime.resolve("bin/java").toString(),
                            "-XX:AOTCache=" + cache,
                            "-XX:AOTMode=on", // ends if it does not fit
                            "--module",
                            "dev.overlap/dev.overlap.Main",
                            "models");
            expect(models, "process-pool");
        }
    }

    /** Looks into what the system made of the package's files, if it has the tools for that. */
    private static void expectAssociations() throws IOException {
        Path types = Path.of("/usr/share/mime/globs2");
        if (Files.exists(types)) {
            expect(Files.readString(types), "application/x-overlap-session:*.overlap");
            expect(Files.readString(types), "text/x-overlap-sites:*.sites");
        }
        Path programs = Path.of("/usr/share/applications/mimeinfo.cache");
        if (Files.isExecutable(Path.of("/usr/bin/update-desktop-database"))) {
            expect(Files.readString(programs), "text/x-overlap-sites=overlap.desktop");
        }
    }

    /** Xvfb writes the display that it chose as soon as it can be used. */
    private void showWindow() throws IOException, InterruptedException {
        Path chosen = home.resolve("display");
        Process server =
                new ProcessBuilder("sh", "-c", "exec Xvfb -displayfd 1 -screen 0 1280x800x24")
                        .redirectOutput(chosen.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            String display = ":" + firstLine(chosen);
            Process window =
                    builder(List.of("overlap"), Map.of("DISPLAY", display))
                            .redirectOutput(home.resolve("window.log").toFile())
                            .start();
            try {
                expect(
                        builder(
                                List.of(
                                        "timeout",
                                        Integer.toString(SECONDS),
                                        "xdotool",
                                        "search",
                                        "--sync",
                                        "--onlyvisible",
                                        "--name",
                                        "^Overlap$"),
                                Map.of("DISPLAY", display)),
                        0);
                if (!window.isAlive()) {
                    throw new InstallerException(Files.readString(home.resolve("window.log")));
                }
            } finally {
                end(window);
            }
        } finally {
            end(server);
        }
    }

    private static String firstLine(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            String text = Files.readString(file);
            if (text.endsWith("\n")) {
                return text.strip();
            }
            Thread.sleep(50);
        }
        throw new InstallerException("Xvfb did not start.");
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void expectNothingLeft(List<String> before) throws IOException {
        List<String> left = new ArrayList<>(foreignFiles());
        left.removeAll(before);
        if (!left.isEmpty()) {
            throw new InstallerException("Left after the removal: " + String.join(", ", left));
        }
    }

    /** Returns the files with the program's name in the folders that packages write to. */
    private List<String> foreignFiles() throws IOException {
        List<String> found = new ArrayList<>();
        for (String root :
                List.of("/opt", "/usr/bin", "/usr/share", "/etc", "/var/lib/dpkg/info")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(Path::toString)
                        .filter(file -> file.substring(file.lastIndexOf('/')).contains("overlap"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private String command(String... words) throws IOException, InterruptedException {
        return expect(builder(List.of(words), Map.of()), 0);
    }

    private void expectExitCode(int exitCode, String... words)
            throws IOException, InterruptedException {
        expect(builder(List.of(words), Map.of()), exitCode);
    }

    /** The user's folders are temporary: no state of the person who tries is touched. */
    private ProcessBuilder builder(List<String> words, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        return builder;
    }

    private static String expect(ProcessBuilder builder, int exitCode)
            throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        int ended = process.waitFor();
        if (ended != exitCode) {
            throw new InstallerException(
                    "%s ended with %d, not %d:%n%s"
                            .formatted(String.join(" ", builder.command()), ended, exitCode, said));
        }
        return said;
    }

    private static void expect(String said, String part) {
        if (!said.contains(part)) {
            throw new InstallerException("\"%s\" is missing in:%n%s".formatted(part, said));
        }
    }
}
