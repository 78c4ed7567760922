package dev.overlap.ui;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.palette.CommandPalette;
import dev.overlap.ui.palette.ControlCommands;
import dev.overlap.ui.palette.FieldCommands;
import dev.overlap.ui.palette.PaletteCommand;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.RunController;

import javafx.scene.Parent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The commands of the palette, from where they are: the shortcuts from {@link Shortcut}, the models
 * from {@link ConcurrencyModel}, and everything else from the controls in the window.
 *
 * @param root of the window
 * @param applies whether a shortcut would do something now
 */
record PaletteCommands(
        Parent root, MainToolBar toolBar, ShortcutHandler keys, Predicate<Shortcut> applies)
        implements CommandPalette.Source {

    /** Whether a shortcut would do something now. */
    record Conditions(
            MeasurementCoordinator measurements,
            RunController runs,
            Replay replay,
            ComparisonController comparison)
            implements Predicate<Shortcut> {

        @Override
        public boolean test(Shortcut key) {
            boolean comparing = comparison.view().isOpen();
            return ModalSheets.applies(key, comparing)
                    && switch (key) {
                        case RUN -> measurements.isIdle();
                        case PICTURE -> comparing || runs.latestProperty().get() != null;
                        default -> key.part() != Shortcut.Section.REPLAY || replay.isLoaded();
                    };
        }
    }

    /** Controls that do what a shortcut does, or whose choices are listed here in more words. */
    private static final Set<String> LISTED_OTHERWISE =
            Set.of(
                    "model",
                    "run",
                    "compare",
                    "pane-sites",
                    "pane-details",
                    "projector",
                    "help",
                    "replay-previous",
                    "replay-play",
                    "replay-next",
                    "replay-range-from",
                    "replay-range-to",
                    "replay-range-clear",
                    "find",
                    "add-site",
                    "add-site-button");

    @Override
    public List<PaletteCommand> commands(String typed) {
        List<PaletteCommand> all = new ArrayList<>(FieldCommands.in(root, LISTED_OTHERWISE, typed));
        Arrays.stream(Shortcut.values()).map(this::shortcut).forEach(all::add);
        toolBar.models().stream().map(this::model).forEach(all::add);
        all.addAll(ControlCommands.in(root, LISTED_OTHERWISE));
        return distinct(all);
    }

    /** The run and the comparison have the same menus, of which one is in sight. */
    private static List<PaletteCommand> distinct(List<PaletteCommand> all) {
        Map<String, PaletteCommand> distinct = new LinkedHashMap<>();
        for (PaletteCommand paletteCommand : all) {
            distinct.merge(
                    paletteCommand.text(),
                    paletteCommand,
                    (before, now) -> before.applies().getAsBoolean() ? before : now);
        }
        return List.copyOf(distinct.values());
    }

    private PaletteCommand shortcut(Shortcut key) {
        return new PaletteCommand(
                "", key.action(), "", key.text(), () -> applies.test(key), () -> keys.use(key));
    }

    private PaletteCommand model(ConcurrencyModel model) {
        return new PaletteCommand(
                "Model",
                model.name(),
                model.id() + " " + model.explanation(),
                "",
                () -> true,
                () -> toolBar.choose(model.id()));
    }
}
