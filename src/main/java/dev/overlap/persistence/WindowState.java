package dev.overlap.persistence;

import dev.overlap.plan.SampleLists;
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
public record WindowState(
        SiteList sites, @Nullable String model, Settings settings, WindowPreferences preferences) {

    private static final int MAX_ID_LENGTH = 100;

    /** What greets a new user. */
    public static final WindowState DEFAULT =
            new WindowState(
                    SampleLists.greeting(), null, Settings.DEFAULT, WindowPreferences.DEFAULT);

    public WindowState {
        if (model != null && (model.isBlank() || model.length() > MAX_ID_LENGTH)) {
            throw new IllegalArgumentException("This is not the id of a model: " + model);
        }
    }

    public WindowState withSites(SiteList sites) {
        return new WindowState(sites, model, settings, preferences);
    }

    public WindowState withModel(String model) {
        return new WindowState(sites, model, settings, preferences);
    }

    public WindowState withSettings(Settings settings) {
        return new WindowState(sites, model, settings, preferences);
    }

    public WindowState withLooks(WindowPreferences preferences) {
        return new WindowState(sites, model, settings, preferences);
    }
}
