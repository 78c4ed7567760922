package dev.overlap.program.python;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes mended copies of listings that were copied from a page with typographic characters. The
 * listing itself, and any other file that exists, stays as it is.
 *
 * <p>Threads: any that may block.
 */
public final class MendedListing {

    private static final int MAX_COPIES = 100;

    private MendedListing() {}

    /**
     * Writes a mended copy beside a listing: {@code article-mended.py}, or with a number.
     *
     * @return the copy; null if there is nothing to mend
     * @throws IOException of the system, if the listing cannot be read or no copy written
     */
    public static @Nullable Path writeCopy(Path listing) throws IOException {
        String text = Files.readString(listing, StandardCharsets.UTF_8);
        String mended = ListingRepair.mend(text);
        return mended.equals(text) ? null : write(listing, mended);
    }

    private static Path write(Path listing, String mended) throws IOException {
        for (int number = 1; ; number++) {
            Path copy = listing.resolveSibling(name(listing, number));
            try {
                return Files.writeString(copy, mended, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                if (number == MAX_COPIES) {
                    throw e;
                }
            }
        }
    }

    private static String name(Path listing, int number) {
        String name = String.valueOf(listing.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        return base + "-mended" + (number == 1 ? "" : "-" + number) + ending;
    }
}
