package dev.overlap.ui.run;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.snippet.HighlightedLine;
import dev.overlap.snippet.Language;
import dev.overlap.snippet.Program;
import dev.overlap.snippet.TaskKind;
import dev.overlap.storage.AtomicFile;
import dev.overlap.text.ResourceText;
import dev.overlap.text.RunText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.export.ExportService;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The page with the program equivalent to a model. It marks the line that the selected task is in
 * at the shown moment.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class CodePane extends BorderPane {

    /** Placeholder until the lab's address is known. */
    private static final URI PLACEHOLDER_LAB = URI.create("http://127.0.0.1:8080");

    private static final int NO_LINE = -1;

    /** All inputs of the program text. */
    private record ProgramKey(Plan plan, TaskKind kind, Language language, URI lab) {}

    private final ExportService exportService;
    private final CodeHeader header = new CodeHeader(this::copy, this::save, this::runBeside);
    private final ListView<HighlightedLine> lines = new ListView<>();
    private URI lab = PLACEHOLDER_LAB;
    private @Nullable ProgramKey shownKey;
    private @Nullable Program program;
    private @Nullable Plan lastPlan;
    private List<Task> tasks = List.of();
    private List<PythonModel> offered = List.of();
    private BiConsumer<String, String> onBeside = (_, _) -> {};
    private @Nullable String besideModel;
    private int marked = NO_LINE;

    public CodePane(ExportService exportService) {
        this.exportService = exportService;
        setId("code-pane");
        lines.setId("code");
        lines.getStyleClass().add("code-lines");
        lines.setCellFactory(_ -> new CodeLine(line -> line == marked));
        lines.setAccessibleText(RunText.PROGRAM_HELP);
        setTop(header);
        setCenter(lines);
    }

    /**
     * Restores the language of the program, and tells of every change.
     *
     * @param saved the word of a language, or null; an unknown one is ignored
     * @param changed receives the word of the language that is chosen
     */
    public void keepLanguage(@Nullable String saved, Consumer<String> changed) {
        ObjectProperty<Language> language = header.languageProperty();
        Arrays.stream(Language.values())
                .filter(it -> it.extension().equals(saved))
                .findFirst()
                .ifPresent(language::set);
        language.subscribe((_, now) -> changed.accept(now.extension()));
    }

    /**
     * Offers to run a program under CPython as well as in Java, once it is known that it can be.
     */
    public void offer(List<PythonModel> models) {
        offered = List.copyOf(models);
        shownKey = null;
    }

    /** Sets what runs the list under the shown model and under the other one, side by side. */
    public void onBeside(BiConsumer<String, String> action) {
        onBeside = action;
    }

    /** Sets the lab's address, which the programs use. */
    public void setLab(URI uri) {
        lab = uri;
    }

    /**
     * Shows the program of a plan.
     *
     * @param moment of the plan's run, or null without a run
     * @param task the index of the selected task, or -1
     */
    public void show(Plan plan, @Nullable TraceMoment moment, int task) {
        ProgramKey now = new ProgramKey(plan, kind(plan, task), header.language(), lab);
        if (!now.equals(shownKey)) {
            shownKey = now;
            write(now);
        }
        mark(moment, task);
    }

    /** The kind of the selected task, else of the first one; a fetch for an empty list. */
    private TaskKind kind(Plan plan, int task) {
        if (!plan.equals(lastPlan)) {
            lastPlan = plan;
            tasks = plan.tasks();
        }
        return tasks.isEmpty() ? TaskKind.FETCH : TaskKind.of(tasks.get(Math.max(0, task)).steps());
    }

    private void write(ProgramKey now) {
        Plan plan = now.plan;
        Program fresh = Program.of(plan.model(), now.kind, now.language).with(plan, now.lab);
        program = fresh;
        ConcurrencyModel model = ConcurrencyModel.of(plan.model());
        header.showName(
                model.name() + ": " + fresh.fileName(),
                model instanceof PythonModel
                        ? RunText.PYTHON_PROGRAM_TITLE
                        : RunText.PROGRAM_TITLE);
        lines.getItems().setAll(fresh.lines());
        offerBeside(plan.model());
    }

    private void offerBeside(String model) {
        boolean isPython = PythonModel.find(model).isPresent();
        Optional<PythonModel> python = PythonModel.of(model).filter(offered::contains);
        besideModel =
                isPython ? PythonModel.baseOf(model) : python.map(PythonModel::id).orElse(null);
        String language = isPython ? RunText.RUN_IN_JAVA : RunText.RUN_IN_PYTHON;
        header.showBeside(besideModel == null ? "" : language);
    }

    private void runBeside() {
        ProgramKey shown = shownKey;
        String other = besideModel;
        if (shown != null && other != null) {
            onBeside.accept(shown.plan.model(), other);
        }
    }

    private void mark(@Nullable TraceMoment moment, int task) {
        Program shown = program;
        Phase phase = phase(moment, task);
        header.showPosition(words(moment, task, phase));
        int line =
                shown == null || moment == null || phase == null
                        ? NO_LINE
                        : line(shown, phase, moment, task);
        if (line != marked) {
            marked = line;
            lines.refresh();
            if (line != NO_LINE) {
                lines.scrollTo(Math.max(0, line - 4));
            }
        }
    }

    /** The current phase of a task; null before it begins and after it has ended. */
    private static @Nullable Phase phase(@Nullable TraceMoment moment, int task) {
        if (moment == null || task < 0 || task >= moment.trace().tasks().size()) {
            return null;
        }
        TaskTrack track = moment.trace().task(task);
        int segment = track.segmentAt(moment.horizonNanos());
        return segment < 0 || moment.hasEnded(track) ? null : track.phase(segment);
    }

    private int line(Program shown, Phase phase, TraceMoment moment, int task) {
        int step = moment.trace().task(task).stepAt(moment.horizonNanos());
        return shown.lineOf(phase, hasPaused(moment, task), tasks.get(task).steps(), step);
    }

    private static boolean hasPaused(TraceMoment moment, int task) {
        return moment.trace().task(task).nanosIn(Phase.PAUSE, moment.horizonNanos()) > 0;
    }

    private static String words(@Nullable TraceMoment moment, int task, @Nullable Phase phase) {
        if (moment == null || task < 0) {
            return RunText.SELECT_TO_MARK;
        }
        if (phase == null) {
            return RunText.REPLAY_TO_MARK;
        }
        long now = moment.horizonNanos();
        TaskTrack track = moment.trace().task(task);
        return "Now: " + ResourceText.words(moment.trace(), track, track.segmentAt(now), now);
    }

    private void copy() {
        if (program != null) {
            exportService.copyText("program", program.text());
        }
    }

    private void save() {
        Program shown = program;
        if (shown != null) {
            byte[] bytes = shown.text().getBytes(StandardCharsets.UTF_8);
            exportService.save(
                    shown.fileName(), file -> AtomicFile.write(file, out -> out.write(bytes)));
        }
    }
}
