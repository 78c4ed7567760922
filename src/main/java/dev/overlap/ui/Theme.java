package dev.overlap.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;

/** Light or dark. */
enum Theme {
    LIGHT,
    DARK;

    /** Dresses every window of the program. */
    void apply() {
        Application.setUserAgentStylesheet(
                switch (this) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
