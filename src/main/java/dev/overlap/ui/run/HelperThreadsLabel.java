package dev.overlap.ui.run;

import dev.overlap.text.NumberFormats;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Label;

import java.util.List;

/** The names of the helper threads, in a line of their own; hidden without any. */
final class HelperThreadsLabel extends Label {

    HelperThreadsLabel() {
        setId("number-helpers");
        getStyleClass().addAll("quiet", "helpers");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(List<String> threads) {
        setText(
                "+ "
                        + NumberFormats.count(threads.size(), "helper")
                        + ": "
                        + String.join(", ", threads));
        NodeVisibility.set(this, !threads.isEmpty());
    }
}
