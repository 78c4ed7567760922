package dev.overlap.plan.repair;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes what lists, e-mails and sentences put in front of, around or after an address. */
final class LineDecorations {

    private static final Pattern QUOTATION = Pattern.compile("^>[>\\s]*+(?=\\S)");

    private static final String SIGNS =
            "[-*+\u2022\u2013\u2014\u00b7\u2023\u25aa\u25cf\u25cb\u25e6\u2043\u25a0\u25a1\u2219$]";

    private static final Pattern BULLET =
            Pattern.compile(
                    "^(?:%s(?:\\s+\\[[ xX]?])?\\s+|[-*\u2022\u2013\u2014](?=%s))(?=\\S)"
                            .formatted(SIGNS, RepairDraft.ADDRESS_BEGIN));

    private static final Pattern NUMBER =
            Pattern.compile(
                    "^(?:[(\\[]?\\d{1,6}[.):\\]]{1,2}(?:\\s+|(?=\\D))|\\(?[A-Za-z][.)]\\s+)(?=\\S)");

    private static final Pattern COUNT =
            Pattern.compile("^(.*\\S)\\s+(?:[xX\u00d7]\\s+(\\d{1,6})|(\\d{1,6})\\s?[xX\u00d7])$");

    private LineDecorations() {}

    static @Nullable RepairDraft quotation(String body) {
        return withoutBegin(body, QUOTATION, Repair.Form.QUOTATION);
    }

    static @Nullable RepairDraft bullet(String body) {
        return withoutBegin(body, BULLET, Repair.Form.BULLET);
    }

    static @Nullable RepairDraft number(String body) {
        return withoutBegin(body, NUMBER, Repair.Form.NUMBER);
    }

    private static @Nullable RepairDraft withoutBegin(
            String body, Pattern begin, Repair.Form form) {
        Matcher found = begin.matcher(body);
        return found.find() ? RepairDraft.of(body.substring(found.end()), form) : null;
    }

    static @Nullable RepairDraft wrapper(String body) {
        String inside = AddressUnwrapper.removed(body, ",;.");
        boolean isWrapped = inside.length() < body.length() && !inside.isEmpty();
        return isWrapped ? RepairDraft.of(inside, Repair.Form.WRAPPER) : null;
    }

    static @Nullable RepairDraft count(String body) {
        Matcher found = COUNT.matcher(body);
        if (!found.matches()) {
            return null;
        }
        String number = found.group(2) == null ? found.group(3) : found.group(2);
        return RepairDraft.of(found.group(1) + " x" + number, Repair.Form.COUNT);
    }
}
