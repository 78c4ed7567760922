package dev.overlap.ui.history;

import dev.overlap.comparison.Guesses;
import dev.overlap.plan.SiteList;
import dev.overlap.report.RunReport.Look;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.text.history.HistoryText;
import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.CompletedRun;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.RunOrigin;
import dev.overlap.ui.run.RunController.Started;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Shows runs and comparisons in the window that did not run there.
 *
 * @param idle whether nothing is running
 * @param suits whether a recording suits what the window shows when it opens
 * @param comparing supplies the comparison screen
 * @param currentLook the look of exported images
 * @param lists receives lists in place of the window's
 * @param status receives sentences for the user
 */
public record OpenedRuns(
        RunController runs,
        Replay replay,
        Supplier<ComparisonController> comparing,
        BooleanSupplier idle,
        Predicate<Recording> suits,
        Supplier<Look> currentLook,
        Consumer<SiteList> lists,
        Consumer<String> status)
        implements HistoryWindow {

    @Override
    public boolean show(Session session, String origin) {
        if (!idle.getAsBoolean()) {
            status.accept(HistoryText.RUN_IN_PROGRESS);
            return false;
        }
        switch (session.recording()) {
            case RecordedRun run -> show(run, origin);
            case RecordedComparison it -> comparing.get().open(it, origin);
        }
        return true;
    }

    private void show(RecordedRun run, String origin) {
        comparing.get().leave();
        Guesses guesses =
                run.guessNanos() == Recording.NO_GUESS
                        ? Guesses.NONE
                        : Guesses.NONE.with(run.plan().model(), run.guessNanos());
        replay.unload();
        runs.show(
                new Started(
                        new CompletedRun(run.plan(), run.trace()),
                        run.begun(),
                        guesses,
                        null,
                        new RunOrigin(origin, run.modelName(), run.measuredSpeedUp())));
        replay.load(run.trace());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a trace is what it is
    public boolean shows(Recording recording) {
        Started now = runs.latestProperty().get();
        return switch (recording) {
            case RecordedRun run -> now != null && now.run().trace() == run.trace();
            case RecordedComparison it -> comparing.get().shows(it.comparison());
        };
    }

    @Override
    public boolean isFreshFor(Recording recording) {
        return idle.getAsBoolean()
                && suits.test(recording)
                && runs.latestProperty().get() == null
                && !comparing.get().view().isOpen();
    }

    @Override
    public void useAsList(SiteList list) {
        lists.accept(list);
    }

    @Override
    public Look look() {
        return currentLook.get();
    }

    @Override
    public void say(String sentence) {
        status.accept(sentence);
    }
}
