package dev.overlap.ui.run;

import dev.overlap.text.NumberFormats;
import dev.overlap.text.glossary.Glossary;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.scene.control.Label;

import java.util.List;
import java.util.stream.Collectors;

/** The names of the helper threads, in a line of their own; hidden without any. */
final class HelperThreadsLabel extends Label {

    private final WideTooltip tooltip = new WideTooltip("");

    HelperThreadsLabel() {
        setId("number-helpers");
        getStyleClass().addAll("quiet", "helpers");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        setTooltip(tooltip);
    }

    void show(List<String> threads) {
        setText(
                "+ "
                        + NumberFormats.count(threads.size(), "helper")
                        + ": "
                        + String.join(", ", threads));
        String meanings =
                threads.stream()
                        .map(Glossary::ofHelper)
                        .map(helper -> helper.word() + ": " + helper.meaning())
                        .collect(Collectors.joining("\n"));
        tooltip.setText(meanings);
        setAccessibleHelp(meanings);
        NodeVisibility.set(this, !threads.isEmpty());
    }
}
