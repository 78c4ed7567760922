package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes packages of a finished image, for the system that it runs on. Started from its source by
 * {@code mvn -Pinstaller}, and so of the JDK's modules alone.
 *
 * <p>{@code check FILE} says which tools are missing, and writes into the file where this JDK is;
 * {@code build IMAGE FOLDER VERSION} makes the packages; {@code try-deb FOLDER} installs, uses and
 * removes the {@code deb}.
 */
public final class Main {

    private Main() {}

    /** Ends with 1, after a sentence on the error stream, if something is missing or fails. */
    public static void main(String[] args) throws InterruptedException {
        try {
            switch (args[0]) {
                case "check" -> check(Path.of(args[1]));
                case "build" -> build(Path.of(args[1]), Path.of(args[2]), args[3]);
                case "try-deb" -> DebTrial.run(Path.of(args[1]));
                default -> throw new InstallerException("Unknown command: " + args[0]);
            }
        } catch (InstallerException | IOException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void check(Path file) throws IOException {
        RequiredTools.of(TargetSystem.here()).check();
        Files.createDirectories(file.getParent());
        Files.writeString(file, System.getProperty("java.home"));
    }

    private static void build(Path image, Path folder, String version)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(image)) {
            throw new InstallerException("There is no image in " + image + ".");
        }
        Build build = Build.in(image.toAbsolutePath(), folder.toAbsolutePath(), version);
        List<Path> packages = new ArrayList<>();
        packages.add(PortableArchive.make(build));
        Path application = ApplicationFolder.make(build);
        switch (build.system()) {
            case LINUX -> {
                Path tree = LinuxTree.make(build);
                packages.add(DebPackage.make(build, application, tree));
                packages.add(RpmPackage.make(build, application, tree));
            }
            case WINDOWS -> packages.add(MsiPackage.make(build, application));
            case MAC -> packages.add(DmgPackage.make(build, application));
        }
        Path bill = folder.resolveSibling("bom").resolve("overlap-%s-bom.json".formatted(version));
        packages.add(Files.copy(bill, folder.resolve(bill.getFileName())));
        for (Path made : packages) {
            System.out.printf("%s, %.1f MB%n", made.getFileName(), Files.size(made) / 1_000_000.0);
        }
    }
}
