package dev.overlap.ui.controls;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;

import java.util.Locale;

/** The theme of the window. */
public enum WindowTheme {
    LIGHT,
    DARK;

    /** Applies the theme to all windows. */
    public void apply() {
        Application.setUserAgentStylesheet(
                switch (this) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    /** Returns the theme with this stored name, or the light one. */
    static WindowTheme of(String word) {
        return DARK.word().equals(word) ? DARK : LIGHT;
    }

    /** The name in the state file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    WindowTheme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
