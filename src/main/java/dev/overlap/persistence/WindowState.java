package dev.overlap.persistence;

import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is saved of a window. Immutable, and cheap to create at every edit: its parts are
 * shared, and text is generated only on saving.
 *
 * @param sites the list as typed, including invalid lines, comments and blank lines
 * @param model the id of the selected model, or null for the default; it may be unknown to this
 *     version
 * @param choices what was chosen in its parts last
 */
public record WindowState(
        SiteList sites,
        @Nullable String model,
        Settings settings,
        WindowPreferences preferences,
        WindowChoices choices) {

    private static final int MAX_ID_LENGTH = 100;

    /** The state for a new user. */
    public static final WindowState DEFAULT =
            new WindowState(
                    SampleLists.greeting(),
                    null,
                    Settings.DEFAULT,
                    WindowPreferences.DEFAULT,
                    WindowChoices.NONE);

    public WindowState {
        if (model != null && (model.isBlank() || model.length() > MAX_ID_LENGTH)) {
            throw new IllegalArgumentException("This is not the id of a model: " + model);
        }
    }

    public WindowState withSites(SiteList sites) {
        return new WindowState(sites, model, settings, preferences, choices);
    }

    public WindowState withModel(String model) {
        return new WindowState(sites, model, settings, preferences, choices);
    }

    public WindowState withSettings(Settings settings) {
        return new WindowState(sites, model, settings, preferences, choices);
    }

    public WindowState withLooks(WindowPreferences preferences) {
        return new WindowState(sites, model, settings, preferences, choices);
    }

    public WindowState withChoices(WindowChoices choices) {
        return new WindowState(sites, model, settings, preferences, choices);
    }
}
