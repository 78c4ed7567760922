package dev.overlap.state;

import dev.overlap.plan.Samples;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;

/**
 * All that a window hands on to the next one. Immutable, and cheap to make anew at every edit: its
 * parts are shared, and no text is built before it is saved.
 *
 * @param sites the list as it was typed: bad lines, comments and blanks included
 * @param model the id of the chosen model, or null if none was chosen. It may name a model that
 *     this program does not have
 */
public record State(SiteList sites, @Nullable String model, Settings settings, Looks looks) {

    private static final int LONGEST_ID = 100;

    /** What greets a new user. */
    public static final State DEFAULT =
            new State(Samples.greeting(), null, Settings.DEFAULT, Looks.DEFAULT);

    public State {
        if (model != null && (model.isBlank() || model.length() > LONGEST_ID)) {
            throw new IllegalArgumentException("This is no id of a model: " + model);
        }
    }

    public State withSites(SiteList sites) {
        return new State(sites, model, settings, looks);
    }

    public State withModel(String model) {
        return new State(sites, model, settings, looks);
    }

    public State withSettings(Settings settings) {
        return new State(sites, model, settings, looks);
    }

    public State withLooks(Looks looks) {
        return new State(sites, model, settings, looks);
    }
}
