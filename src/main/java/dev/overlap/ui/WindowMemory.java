package dev.overlap.ui;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.persistence.WindowChoices;
import dev.overlap.render.RowGrouping;
import dev.overlap.ui.SidePane.Page;
import dev.overlap.ui.comparison.ComparisonView;
import dev.overlap.ui.guess.GuessesCodec;
import dev.overlap.ui.lesson.LessonController;
import dev.overlap.ui.replay.PlaybackSpeed;
import dev.overlap.ui.run.CodePane;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Restores what was chosen in the parts of the window last, and saves each change. A value that is
 * unknown to this version is ignored.
 *
 * <p>Threads: JavaFX thread only.
 */
final class WindowMemory {

    private static final String LESSON = "lesson";
    private static final String STEP = "lesson-step";
    private static final String MODELS = "compared-models";
    private static final String RUNS = "compared-runs";
    private static final String COUNTS = "swept-counts";
    private static final String GUESSES = "guesses";
    private static final String ROWS = "rows";
    private static final String PACE = "pace";
    private static final String LANGUAGE = "language";
    private static final String PROJECTOR = "projector";
    private static final String PRESENTER = "presenter";
    private static final String KEEPING = "kept-runs";
    private static final String INTERPRETER = "python";

    private final WindowStateHolder windowState;
    private final WindowChoices last;
    private Runnable restoreComparison = () -> {};
    private Runnable restoreSteps = () -> {};

    WindowMemory(WindowStateHolder windowState) {
        this.windowState = windowState;
        last = windowState.state().choices();
    }

    /**
     * Remembers the open lesson and its step. It comes first, because opening it chooses models and
     * clears guesses; where its file has to be read, these are restored once more. The step comes
     * after the guesses, which open it.
     *
     * @param page opening a lesson shows its page, but the last page was chosen later
     */
    WindowMemory lesson(LessonController lessons, ObjectProperty<Page> page) {
        Page lastPage = page.get();
        String lesson = saved(LESSON);
        lessons.lessonProperty().subscribe((_, _) -> save(LESSON, lessons.reopenable()));
        String step = saved(STEP);
        restoreSteps = () -> lessons.restoreSteps(step == null ? "" : step);
        lessons.stepsProperty().subscribe((_, now) -> save(STEP, now));
        if (lesson != null) {
            save(LESSON, null); // one that cannot be opened is mentioned once
            lessons.reopen(
                    lesson,
                    () -> {
                        page.set(lastPage);
                        restoreComparison.run();
                        restoreSteps.run();
                    });
        }
        return this;
    }

    /** Remembers what is compared, how often, and the guesses. */
    WindowMemory comparison(ComparisonView view, ObjectProperty<Guesses> guesses) {
        restoreComparison = () -> restore(view, guesses);
        restoreComparison.run();
        restoreSteps.run();
        view.chosenModels().addListener((Observable _) -> save(MODELS, ids(view.chosenModels())));
        view.runsProperty().subscribe((_, now) -> save(RUNS, now.toString()));
        view.pickedCountsProperty().subscribe((_, now) -> save(COUNTS, words(now)));
        guesses.subscribe((_, now) -> save(GUESSES, GuessesCodec.write(now)));
        return this;
    }

    private void restore(ComparisonView view, ObjectProperty<Guesses> guesses) {
        String models = saved(MODELS);
        if (models != null) {
            view.chooseModels(List.of(models.split(",", -1)));
        }
        restoreRuns(view.runsProperty());
        String guessed = saved(GUESSES);
        if (guessed != null) {
            guesses.set(GuessesCodec.read(guessed));
        }
        view.pickedCountsProperty().set(numbers(saved(COUNTS)));
    }

    /** Returns the numbers in what was saved, without what is none. */
    private static List<Integer> numbers(@Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .filter(word -> word.matches("[1-9]\\d{0,3}"))
                        .map(Integer::valueOf)
                        .toList();
    }

    private static String words(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void restoreRuns(ObjectProperty<Integer> runs) {
        String saved = saved(RUNS);
        if (saved != null && saved.matches("[1-9]\\d?")) {
            runs.set(Integer.valueOf(saved));
        }
    }

    private static String ids(List<ConcurrencyModel> models) {
        return models.stream().map(ConcurrencyModel::id).collect(Collectors.joining(","));
    }

    /** Remembers what a row is, and the pace of replays. */
    WindowMemory run(ObjectProperty<RowGrouping> rows, ObjectProperty<PlaybackSpeed> pace) {
        keep(ROWS, rows, List.of(RowGrouping.values()), it -> it.name().toLowerCase(Locale.ROOT));
        keep(PACE, pace, PlaybackSpeed.all(), PlaybackSpeed::shortText);
        return this;
    }

    /** Remembers the language of programs. */
    WindowMemory language(CodePane code) {
        code.keepLanguage(saved(LANGUAGE), word -> save(LANGUAGE, word));
        return this;
    }

    /** Remembers whether runs are kept. */
    WindowMemory keeping(BooleanProperty keeping) {
        keeping.set(!"off".equals(saved(KEEPING)));
        keeping.subscribe((_, on) -> save(KEEPING, on ? null : "off"));
        return this;
    }

    /** Remembers whether the window has projector size. */
    WindowMemory projector(ThemeController theme) {
        BooleanProperty projector = theme.projectorProperty();
        projector.set("on".equals(saved(PROJECTOR)));
        projector.subscribe((_, on) -> save(PROJECTOR, on ? "on" : "off"));
        return this;
    }

    /** Remembers where the presenter's window was. */
    WindowMemory presenter(StringProperty place) {
        String last = saved(PRESENTER);
        if (last != null) {
            place.set(last);
        }
        place.subscribe((_, now) -> save(PRESENTER, now));
        return this;
    }

    /** Remembers the Python interpreter that was chosen. */
    WindowMemory python(StringProperty interpreter) {
        String last = saved(INTERPRETER);
        interpreter.set(last == null ? "" : last);
        interpreter.subscribe((_, now) -> save(INTERPRETER, now.isEmpty() ? null : now));
        return this;
    }

    /** Restores one of several values by its word, and saves each change. */
    private <T> void keep(
            String name, ObjectProperty<T> property, List<T> values, Function<T, String> word) {
        String saved = saved(name);
        values.stream()
                .filter(value -> word.apply(value).equals(saved))
                .findFirst()
                .ifPresent(property::set);
        property.subscribe((_, now) -> save(name, word.apply(now)));
    }

    private @Nullable String saved(String name) {
        return last.of(name);
    }

    private void save(String name, @Nullable String value) {
        windowState.change(state -> state.withChoices(state.choices().with(name, value)));
    }
}
