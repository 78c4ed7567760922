package dev.overlap.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

class ThemeChoiceTest {

    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.DARK);

    @Test
    void followsTheSystemUntilAPersonChooses() {
        ThemeChoice choice = new ThemeChoice(null, system);
        assertThat(choice.themeProperty().get()).isEqualTo(WindowTheme.DARK);

        system.set(ColorScheme.LIGHT);
        assertThat(choice.themeProperty().get()).isEqualTo(WindowTheme.LIGHT);
        system.set(ColorScheme.DARK);
        assertThat(choice.themeProperty().get()).isEqualTo(WindowTheme.DARK);

        choice.switchTheme();
        assertThat(choice.themeProperty().get()).isEqualTo(WindowTheme.LIGHT);
        system.set(ColorScheme.LIGHT);
        system.set(ColorScheme.DARK);
        assertThat(choice.themeProperty().get()).isEqualTo(WindowTheme.LIGHT);
    }

    @Test
    void whatWasChosenAtAnotherTimeStays() {
        ThemeChoice choice = new ThemeChoice(WindowTheme.LIGHT.word(), system);

        assertThat(choice.themeProperty().get()).isEqualTo(WindowTheme.LIGHT);
        system.set(ColorScheme.LIGHT);
        system.set(ColorScheme.DARK);
        assertThat(choice.themeProperty().get()).isEqualTo(WindowTheme.LIGHT);
    }
}
