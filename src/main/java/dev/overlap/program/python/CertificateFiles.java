package dev.overlap.program.python;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * The files with the certificates that an interpreter trusts by itself. They need not exist.
 *
 * @param ssl that of its {@code ssl} module; null if it has none
 * @param certifi that of the library {@code certifi}; null if that is not installed
 */
public record CertificateFiles(@Nullable Path ssl, @Nullable Path certifi) {

    /** Of an interpreter that trusts nobody, or of which nothing is known. */
    public static final CertificateFiles NONE = new CertificateFiles(null, null);
}
