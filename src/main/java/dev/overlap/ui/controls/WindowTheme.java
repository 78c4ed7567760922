package dev.overlap.ui.controls;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Light or dark. */
public enum WindowTheme {
    LIGHT,
    DARK;

    /** Dresses every window of the program. */
    public void apply() {
        Application.setUserAgentStylesheet(
                switch (this) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    /** The theme of a name, or the light one. */
    public static WindowTheme of(@Nullable String word) {
        return DARK.word().equals(word) ? DARK : LIGHT;
    }

    /** What it is called in the state file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public WindowTheme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
