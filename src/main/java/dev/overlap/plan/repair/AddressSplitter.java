package dev.overlap.plan.repair;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a line that holds several addresses, with blanks or commas between them. */
final class AddressSplitter {

    private static final Pattern SEPARATOR =
            Pattern.compile(
                    "\\s+|\\s*[,;|]\\s*(?="
                            + AddressUnwrapper.BEGIN
                            + RepairDraft.ADDRESS_BEGIN
                            + ")");

    private static final Pattern BEGINS =
            Pattern.compile(AddressUnwrapper.BEGIN + RepairDraft.ADDRESS_BEGIN);

    private static final Pattern BEGIN = Pattern.compile("^" + RepairDraft.ADDRESS_BEGIN + ".*");

    private AddressSplitter() {}

    /**
     * Returns the addresses, if all words of a text are addresses. A text with an arrow or braces
     * is left alone: its blanks stand between steps.
     */
    static @Nullable RepairDraft split(String body) {
        if (!BEGINS.matcher(body).lookingAt() || RepairDraft.mayHaveSteps(body)) {
            return null;
        }
        List<String> addresses = new ArrayList<>();
        for (String word : SEPARATOR.splitAsStream(body).toList()) {
            String bare = AddressUnwrapper.removed(word, ",;|");
            if (!bare.isEmpty()
                    && (!BEGIN.matcher(bare).matches() || !RepairDraft.isCertain(bare))) {
                return null;
            }
            if (!bare.isEmpty()) {
                addresses.add(bare);
            }
        }
        return addresses.size() < 2
                ? null
                : new RepairDraft(List.copyOf(addresses), Repair.of(Repair.Form.SEVERAL));
    }
}
