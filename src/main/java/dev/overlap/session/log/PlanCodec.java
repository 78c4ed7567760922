package dev.overlap.session.log;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.Plan;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;

/**
 * Writes plans as events: the model, the settings and the lines of the list without user names and
 * passwords.
 *
 * <p>A line whose secrets are left out is not understood any more, so that nobody sends requests
 * without them. But its tasks were run, so what it meant is told beside it.
 */
final class PlanCodec {

    private final LogLines lines;
    private @Nullable SiteList before;

    PlanCodec(LogLines lines) {
        this.lines = lines;
    }

    void write(Plan plan, String name) {
        boolean isSame = plan.sites().equals(before);
        lines.event(EventName.PLAN, 0)
                .put(FieldName.MODEL, plan.model())
                .put(FieldName.NAME, name)
                .put(FieldName.SAME, isSame);
        SettingsCodec.write(plan.settings(), lines);
        if (!isSame) {
            writeLines(plan.sites());
        }
        before = plan.sites();
    }

    private void writeLines(SiteList list) {
        SiteList masked = list.withoutSecrets();
        for (int i = 0; i < list.lines().size(); i++) {
            String shown = masked.lines().get(i).text();
            LineMeaning.Entry entry = list.lines().get(i).ownEntry();
            write(
                    shown,
                    entry == null || means(entry, shown) ? "" : SiteLine.textWithoutSecrets(entry));
        }
    }

    /**
     * Returns whether a text says what was run. It does not where user names and passwords are left
     * out, nor where the line comes from a file that told what it meant beside a text that does not
     * say it.
     */
    private static boolean means(LineMeaning.Entry entry, String shown) {
        return entry.equals(SiteLine.parse(shown).entry());
    }

    /** Writes a line, a very long one in parts. */
    private void write(String text, String meaning) {
        for (int from = 0; from == 0 || from < text.length(); from += LogFormat.MAX_PART) {
            int to = Math.min(text.length(), from + LogFormat.MAX_PART);
            lines.event(EventName.SITE, 0)
                    .put(FieldName.LINE, text.substring(from, to))
                    .put(FieldName.MORE, to < text.length());
        }
        lines.putUnlessEmpty(FieldName.AS, meaning);
    }
}
