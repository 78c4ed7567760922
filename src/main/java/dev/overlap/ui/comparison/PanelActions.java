package dev.overlap.ui.comparison;

import dev.overlap.comparison.VariantResult;

import java.util.function.Consumer;

/**
 * What the menu of a panel does in this window.
 *
 * @param choice of the models or numbers of workers of the next run
 * @param opening shows a panel as a full timeline
 * @param copying copies the figures of a panel
 */
record PanelActions(
        VariantChoice choice, Consumer<VariantResult> opening, Consumer<VariantResult> copying)
        implements PanelMenu.Actions {

    @Override
    public void open(VariantResult panel) {
        opening.accept(panel);
    }

    @Override
    public void copy(VariantResult panel) {
        copying.accept(panel);
    }

    @Override
    public void leaveOut(VariantResult panel) {
        choice.leaveOut(panel.variant());
    }

    @Override
    public boolean isChosen(VariantResult panel) {
        return choice.isChosen(panel.variant());
    }
}
