package dev.overlap.lab;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs the JDK's keytool, which is part of every runtime image with {@code java.base}. The JDK has
 * no public API to sign a certificate, and a library for this alone would be larger than the lab.
 */
final class Keytool {

    static final String ALIAS = "lab";

    /** The file with keytool's output, in the folder of the key store. */
    static final String LOG = "keytool.log";

    private static final String PASSWORD = "OVERLAP_LAB_PASSWORD";
    private static final long LIMIT_SECONDS = 30;

    private Keytool() {}

    /**
     * Creates a key store with one key. Its certificate may sign others, which it never does: a
     * client that trusts just this one, as OpenSSL's strict check in Python 3.13 wants it, takes it
     * for that of an authority.
     *
     * @param hosts the names that it is valid for, besides {@code localhost} and 127.0.0.1
     * @return its password, which was passed in the environment, where other users cannot read it
     */
    static String makeKey(Path store, List<String> hosts) throws IOException {
        Path program = program(Path.of(System.getProperty("java.home")));
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        File log = store.resolveSibling(LOG).toFile();
        ProcessBuilder builder = new ProcessBuilder(command(program, store, hosts));
        builder.environment().put(PASSWORD, password);
        await(builder.redirectErrorStream(true).redirectOutput(log).start(), log.toPath());
        return password;
    }

    /** Returns the path of keytool in the JDK or image at {@code home}. */
    static Path program(Path home) throws IOException {
        Path bin = home.resolve("bin");
        for (String name : List.of("keytool", "keytool.exe")) {
            if (Files.isExecutable(bin.resolve(name))) {
                return bin.resolve(name);
            }
        }
        throw new IOException(
                "The lab cannot offer https, because there is no keytool in " + bin + ".");
    }

    private static List<String> command(Path program, Path store, List<String> hosts) {
        return List.of(
                program.toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1" + names(hosts),
                "-ext",
                "bc:critical=ca:true,pathlen:0",
                "-ext",
                "ku:critical=digitalSignature,keyCertSign",
                "-ext",
                "eku=serverAuth",
                "-startdate",
                "-1d",
                "-validity",
                "366",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                PASSWORD);
    }

    private static String names(List<String> hosts) {
        return hosts.stream().map(host -> ",dns:" + host).collect(Collectors.joining());
    }

    private static void await(Process keytool, Path log) throws IOException {
        try {
            if (!keytool.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(
                        "The lab cannot offer https, because keytool did not end within 30 s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The lab was interrupted while keytool was running.");
        } finally {
            end(keytool);
        }
        if (keytool.exitValue() != 0) {
            throw new IOException(
                    "The lab cannot offer https, because keytool said: "
                            + Files.readString(log).strip());
        }
    }

    /** Waits for the end of a killed process, which could otherwise still write its key store. */
    private static void end(Process keytool) {
        keytool.destroyForcibly().onExit().join();
    }
}
