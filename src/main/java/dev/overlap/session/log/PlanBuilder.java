package dev.overlap.session.log;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Collects the events of a plan. */
final class PlanBuilder {

    /** A list is typed by people, or pasted. */
    private static final int MAX_CHARACTERS = 16 << 20;

    private final String model;
    private final String name;
    private final @Nullable Plan before;
    private final List<SiteLine> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int characters;
    private Settings settings = Settings.DEFAULT;
    private @Nullable Plan plan;

    /**
     * Begins a plan.
     *
     * @param before the plan whose list it has, or null if its list follows
     */
    PlanBuilder(LogEvent event, @Nullable Plan before) {
        model = event.text(FieldName.MODEL);
        name = event.text(FieldName.NAME, model);
        this.before = before;
    }

    String name() {
        return name;
    }

    void addLine(LogEvent event) {
        String text = event.text(FieldName.LINE);
        characters += text.length() + 1;
        if (characters > MAX_CHARACTERS || plan != null) {
            throw new IllegalArgumentException("too long a list");
        }
        line.append(text);
        if (!event.is(FieldName.MORE)) {
            lines.add(siteLine(line.toString(), event.text(FieldName.AS, "")));
            line.setLength(0);
        }
    }

    /**
     * Returns a line that shows one text and perhaps means another, which has to be a site: nothing
     * else is ever told beside a text.
     */
    private static SiteLine siteLine(String text, String meaning) {
        SiteLine meant = SiteLine.parse(meaning);
        return meant.entry() == null ? SiteLine.parse(text) : new SiteLine(text, meant.meaning());
    }

    void set(LogEvent event, Leftovers leftovers) {
        settings = SettingsCodec.read(event, settings, leftovers);
    }

    /** Returns the plan; nothing can be added to it any more. */
    Plan plan() {
        if (plan == null) {
            SiteList list = before == null ? new SiteList(lines) : before.sites();
            plan = new Plan(list, model, settings);
        }
        return plan;
    }
}
