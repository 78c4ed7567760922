package dev.overlap.program.python;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads and writes certificates in PEM form. */
final class Certificates {

    /** Many times what any system trusts. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int PEM_COLUMNS = 64;
    private static final Pattern HASHED = Pattern.compile("[0-9a-f]{8}\\.[0-9]+");

    private Certificates() {}

    /** Returns a certificate in PEM form. */
    static byte[] inPem(X509Certificate certificate) {
        try {
            Base64.Encoder encoder = Base64.getMimeEncoder(PEM_COLUMNS, new byte[] {'\n'});
            String text =
                    "-----BEGIN CERTIFICATE-----\n"
                            + encoder.encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n";
            return text.getBytes(US_ASCII);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Returns what is in some files, one after another; each once, even if it has several names. Of
     * a folder, which requests takes, too, those files are read that OpenSSL would look for.
     *
     * @param paths null, missing and unreadable ones add nothing
     */
    static byte[] read(@Nullable Path... paths) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (path != null) {
                files.addAll(files(path));
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path file : files) {
            byte[] content = content(file);
            if (all.size() + content.length <= MAX_BYTES) {
                all.writeBytes(content);
                all.write('\n'); // the last line of a file may lack its end
            }
        }
        return all.toByteArray();
    }

    private static List<Path> files(Path path) {
        try {
            Path real = path.toRealPath();
            if (!Files.isDirectory(real)) {
                return List.of(real);
            }
            try (Stream<Path> inside = Files.list(real)) {
                return inside.filter(Certificates::isHashed)
                        .sorted()
                        .map(Certificates::real)
                        .toList();
            }
        } catch (IOException e) {
            return List.of(); // as the library does that finds no such file
        }
    }

    private static boolean isHashed(Path file) {
        return HASHED.matcher(file.getFileName().toString()).matches();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file; // reading it will fail, too
        }
    }

    private static byte[] content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length <= MAX_BYTES ? bytes : new byte[0]; // half of one helps nobody
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
