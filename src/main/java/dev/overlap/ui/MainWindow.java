package dev.overlap.ui;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.PythonOffer;
import dev.overlap.engine.task.Closer;
import dev.overlap.export.ReportFormats;
import dev.overlap.lesson.Lesson;
import dev.overlap.persistence.CourseFile;
import dev.overlap.plan.Plan;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.render.schedule.ScheduleFrame;
import dev.overlap.report.RunReport.Look;
import dev.overlap.runtime.LabRouteTable;
import dev.overlap.session.history.RunHistory;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.FinishedRun;
import dev.overlap.ui.SidePane.Page;
import dev.overlap.ui.about.AboutSheet;
import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.comparison.ComparisonLauncher;
import dev.overlap.ui.controls.FxExecutor;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.PulseTimer;
import dev.overlap.ui.controls.SaveDialog;
import dev.overlap.ui.course.WindowCourse;
import dev.overlap.ui.export.ExportMenu;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.history.OpenedRuns;
import dev.overlap.ui.history.SessionFileReader;
import dev.overlap.ui.history.WindowHistory;
import dev.overlap.ui.lesson.LessonCallbacks;
import dev.overlap.ui.lesson.LessonController;
import dev.overlap.ui.lesson.ObservationPointer;
import dev.overlap.ui.lesson.scheduler.SchedulerStage;
import dev.overlap.ui.palette.CommandPalette;
import dev.overlap.ui.program.ProgramCallbacks;
import dev.overlap.ui.program.WindowPrograms;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.CodePane;
import dev.overlap.ui.run.GuessBinding;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunController.State;
import dev.overlap.ui.run.RunExport;
import dev.overlap.ui.run.RunPage;
import dev.overlap.ui.run.RunStarter;
import dev.overlap.ui.run.StatusLine;
import dev.overlap.ui.settings.SettingsPane;
import dev.overlap.ui.sites.SiteEdits;
import dev.overlap.ui.sites.SiteHistory;
import dev.overlap.ui.sites.SiteListFileActions;
import dev.overlap.ui.sites.SiteListPane;
import dev.overlap.ui.title.ShownRun;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Wires the window: creates the views and connects them. Views know each other only through here.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class MainWindow {

    /**
     * The services that the window needs.
     *
     * @param background runs tasks that may block
     * @param sessionDialog asks for a file that holds a run
     * @param history keeps runs; null if there is no folder for them
     * @param course keeps which lessons were done; null if there is no folder for it
     */
    public record Services(
            RunStarter starter,
            Executor background,
            SaveDialog saveDialog,
            OpenDialog openDialog,
            OpenDialog lessonDialog,
            OpenDialog sessionDialog,
            SessionFileReader sessionReader,
            @Nullable RunHistory history,
            @Nullable CourseFile course) {

        /** Without kept runs, and without runs of files. */
        public Services(
                RunStarter starter,
                Executor background,
                SaveDialog saveDialog,
                OpenDialog openDialog,
                OpenDialog lessonDialog) {
            this(
                    starter,
                    background,
                    saveDialog,
                    openDialog,
                    lessonDialog,
                    _ -> null,
                    file -> {
                        throw new IOException("\"" + file + "\" is not read.");
                    },
                    null,
                    null);
        }
    }

    private final WindowStateHolder windowState;

    private final SiteHistory sites;
    private final SiteEdits edits;
    private final StatusLine status = new StatusLine();
    private final Replay replay = new Replay();
    private final ObjectProperty<Guesses> guesses = new SimpleObjectProperty<>(Guesses.NONE);
    private final RunController runs;
    private final ComparisonLauncher comparisons;
    private final RunExport exports;
    private final SiteListFileActions siteFiles;
    private final LessonController lessonController;
    private final RunInputs inputs;
    private final ShownRun shownRun;
    private final WindowHistory history;
    private final WindowCourse course;
    private final WindowPrograms programs;
    private final MeasurementCoordinator measurementCoordinator;

    private final MainToolBar toolBar;
    private final SiteListPane siteList;
    private final SettingsPane settings;
    private final LabStatus labStatus = new LabStatus();
    private final ExportMenu exportMenu;
    private final TraceMemo<FinishedRun> whole = new TraceMemo<>(FinishedRun::of);
    private final ChartArea chart =
            new ChartArea(replay, guesses, whole, this::moment, status::complain);
    private final SchedulerStage stage = new SchedulerStage(chart);
    private final RunPage runPage = new RunPage();
    private final CodePane code;
    private final SidePane side;
    private final MainSplitPane mainSplitPane;
    private final ComparisonController comparison;
    private final ShortcutHelp help = new ShortcutHelp();
    private final AboutSheet about = new AboutSheet();
    private final CommandPalette palette = new CommandPalette();
    private final RunPanesUpdater runPanesUpdater;
    private final ModalSheets sheets;
    private final Scene scene;
    private final ThemeController themeController;
    private final PulseTimer pulseTimer = new PulseTimer(this::pulse, this::refresh);

    private int problems;

    /**
     * Creates the window.
     *
     * @param windowState the initial state; receives every change
     */
    public MainWindow(Services services, WindowStateHolder windowState) {
        this.windowState = windowState;
        sites = new SiteHistory(windowState.state().sites());
        settings = new SettingsPane(windowState.state().settings());
        FxExecutor inbox = new FxExecutor();
        runs = new RunController(services.starter, services.background, inbox, status::complain);
        comparisons =
                new ComparisonLauncher(
                        services.starter, services.background, inbox, status::complain);
        FileServices files =
                new FileServices(services.background, inbox, this::window, status::show);
        ExportService exportService = files.export(services.saveDialog);
        exports =
                new RunExport(
                        exportService, runs.latestProperty()::get, chart.title()::measuredSpeedUp);
        measurementCoordinator = newMeasurementCoordinator();
        programs = newPrograms(services.background, inbox, exportService);
        LabRouteTable lab = new LabRouteTable();
        edits = new SiteEdits(sites, lab, services.background, inbox);
        siteFiles = files.siteLists(edits, services.openDialog, services.saveDialog);
        lessonController =
                files.lessons(
                        services.lessonDialog,
                        services.saveDialog,
                        guesses,
                        lessonCallbacks(services));
        siteList = new SiteListPane(sites, edits, siteFiles, lab);
        exportMenu = exports.menu(chart::showing, this::currentLook);
        history = newHistory(services, inbox, exportService);
        course =
                new WindowCourse(
                        new WindowCourse.Services(
                                services.course,
                                services.background,
                                inbox,
                                exportService,
                                status::complain),
                        lessonController,
                        runs,
                        guesses);
        toolBar = new MainToolBar(history.menu(), lessonController.menu(), exportMenu);
        inputs = new RunInputs(sites, siteList, settings, toolBar);
        shownRun = new ShownRun(runs.latestProperty(), inputs::shown);
        ProxyNote.keep(sites.listProperty(), settings, ProxySettings.here());
        code = new CodePane(exportService);
        side = newSidePane();
        mainSplitPane = newMainSplitPane();
        runPanesUpdater = newRunPanesUpdater();
        comparison = comparing(exportService);
        sheets = newModalSheets();
        Node panes = programs.under(mainSplitPane);
        scene = WindowLayout.scene(toolBar, panes, comparison, history.foot(), status, sheets);
        history.install(scene, this::saveSession);
        history.onProgram(programs::offer);
        history.onForgotten(programs::forget);
        history.menu().addOpening(programs.item());
        course.install(scene);
        history.menu().add(course.worksheetItems());
        themeController = newThemeController();
        toolBar.choose(windowState.state().model());
        toolBar.modelProperty().subscribe(settings::explain);
        toolBar.workers().ask(windowState.state().settings().workers());
        wire();
        remember();
        rememberChoices();
        pulseTimer.start();
    }

    public Scene scene() {
        return scene;
    }

    private WindowCourse course() {
        return course;
    }

    private ComparisonController comparing() {
        return comparison;
    }

    /** The replay of the shown run. */
    public Replay replay() {
        return replay;
    }

    private Window window() {
        return scene.getWindow();
    }

    /** Shows a sentence in the status line. */
    void showStatus(String sentence) {
        status.show(sentence);
    }

    /** Shows the address of the lab, or why it did not start, once known. */
    void watch(CompletionStage<URI> lab) {
        labStatus.watch(lab, code::setLab, status::show);
    }

    /** Offers further models once it is known that they can be run. */
    void offer(CompletionStage<PythonOffer> further) {
        var _ = further.thenAcceptAsync(this::offer, new FxExecutor());
    }

    private void offer(PythonOffer offer) {
        toolBar.offer(offer.models());
        comparison.view().offer(offer.models());
        code.offer(offer.models());
        lessonController.offer(offer);
        Lesson open = lessonController.lessonProperty().get();
        if (open != null && open.models().stream().anyMatch(offer::hasModel)) {
            comparison.view().chooseModels(open.models());
        }
    }

    /** Sets what opens a URL in the browser. */
    void onBrowse(Consumer<String> browser) {
        chart.rowMenu().onBrowse(browser);
    }

    /** Cancels active measurements and stops painting. */
    public void close() {
        new Closer()
                .run(pulseTimer::stop)
                .run(edits::finishReading)
                .run(programs::close)
                .run(measurementCoordinator::stop)
                .run(history::close)
                .run(course::close)
                .run(lessonController::close)
                .rethrow();
    }

    /** Shows the kept runs, and the latest of them. */
    void restoreHistory() {
        lessonController.whenReopened(history::restore);
    }

    /** Keeps what programs need from run to run in a folder. */
    void keepProgramsIn(Optional<Path> folder) {
        programs.keepIn(folder);
    }

    /** Opens a file that holds a run, or offers to run a program. */
    void open(Path file) {
        if (SiteListFileActions.isList(file)) {
            siteFiles.open(file);
        } else {
            history.open(file);
        }
    }

    private WindowHistory newHistory(
            Services services, Executor inbox, ExportService exportService) {
        return new WindowHistory(
                new WindowHistory.Services(
                        services.history,
                        services.sessionReader,
                        services.sessionDialog,
                        services.background,
                        inbox,
                        exportService),
                new OpenedRuns(
                        runs,
                        replay,
                        this::comparing,
                        measurementCoordinator::isIdle,
                        lessonController::mayShow,
                        this::currentLook,
                        edits::open,
                        status::complain));
    }

    private LessonCallbacks lessonCallbacks(Services services) {
        return new LessonCallbacks()
                .plan(this::plan)
                .put(this::put)
                .run(this::runLesson)
                .compare(() -> comparing().openOrRun())
                .course(() -> course().open())
                .presenter(() -> course().togglePresenter())
                .compareAgain(this::compareLesson)
                .page(() -> lessonPage().set(Page.LESSON))
                .pointer(new ObservationPointer(chart.timeline(), replay, runs, this::comparing))
                .schedule(this::showSchedule)
                .starter(services.starter, () -> measurements().isIdle())
                .say(status::complain);
    }

    private void showSchedule(@Nullable ScheduleFrame frame) {
        if (frame != null) {
            comparing().leave();
        }
        stage.show(frame);
    }

    private MeasurementCoordinator newMeasurementCoordinator() {
        return new MeasurementCoordinator(
                runs,
                comparisons,
                new MeasurementCoordinator.Callbacks()
                        .toRun(this::planToRun)
                        .start(this::start)
                        .allowed(() -> lessons().mayMeasure())
                        .say(status::show));
    }

    private WindowPrograms newPrograms(
            Executor background, Executor inbox, ExportService exportService) {
        return new WindowPrograms(
                runs,
                background,
                inbox,
                new ProgramCallbacks()
                        .idle(measurementCoordinator::isIdle)
                        .keeps(() -> history.keepingProperty().get())
                        .before(this::beforeProgram)
                        .selected(chart.timeline().selectedTaskProperty()::get)
                        .copy(exportService::copyText)
                        .say(status::complain));
    }

    private void beforeProgram() {
        comparing().leave();
        status.clearMessage();
        replay.unload();
        chart.focusTimeline();
    }

    private SidePane newSidePane() {
        return new SidePane(
                windowState, lessonController.pane(), runPage, programs.inPlaceOf(code));
    }

    private MainSplitPane newMainSplitPane() {
        Node left = WindowLayout.left(siteList, settings, labStatus);
        return new MainSplitPane(left, stage, side, windowState);
    }

    private RunPanesUpdater newRunPanesUpdater() {
        RunPanesUpdater.Targets targets =
                new RunPanesUpdater.Targets(chart.timeline(), side, runPage, code);
        return new RunPanesUpdater(targets, replay, whole, inputs::shown);
    }

    private ModalSheets newModalSheets() {
        return new ModalSheets(
                help,
                measurementCoordinator.question(),
                lessonController.problems(),
                lessonController.newLesson(),
                comparison.guessSheet(),
                course.view(),
                palette,
                history.question(),
                programs.sheet(),
                about);
    }

    private ThemeController newThemeController() {
        ThemeController.Targets targets =
                new ThemeController.Targets(
                        scene.getRoot(), toolBar, chart.timeline(), comparison.view());
        return new ThemeController(
                targets,
                mainSplitPane,
                windowState,
                Platform.getPreferences().colorSchemeProperty());
    }

    private ComparisonController comparing(ExportService exportService) {
        return new ComparisonController(
                comparisons,
                exportService,
                guesses,
                new ComparisonController.Callbacks()
                        .plan(this::plan)
                        .toRun(measurementCoordinator::toCompare)
                        .begin(measurementCoordinator::begin)
                        .show(this::show)
                        .leave(chart::focusTimeline)
                        .lesson(side)
                        .look(this::currentLook)
                        .say(status::complain));
    }

    private void wire() {
        toolBar.onRun(measurementCoordinator::run);
        toolBar.onStop(measurementCoordinator::stop);
        toolBar.onCompare(comparison::open);
        runPage.onMeasure(() -> comparison.openAgainstSequential(shownRun.modelId()));
        code.onBeside(comparison::openBeside);
        toolBar.onProjector(themeController::switchProjector);
        toolBar.onTheme(themeController::switchTheme);
        toolBar.onPane(mainSplitPane::toggle);
        toolBar.onHelp(help::toggle);
        help.onAbout(about::toggle);
        followShownRun();
        runs.stateProperty().subscribe(this::stateChanged);
        runs.latestProperty().subscribe(this::showRun);
        runs.latestProperty().subscribe(comparison::runShown);
        comparison.onEnded(history::comparisonEnded);
        comparison.onEnded(course::comparisonEnded);
        lessonController.follow(runs, comparisons, comparison);
        themeController.onDark(this::darkChanged);
        themeController.projectorProperty().subscribe(lessonController::setProjector);
        comparisons.runningProperty().subscribe(_ -> showState());
        lessonController.lessonProperty().subscribe(this::lessonOpened);
        sites.listProperty().subscribe(list -> problems = list.problems());
        side.pageProperty().subscribe(page -> mainSplitPane.makeRoom(page == Page.CODE));
        side.pageProperty().subscribe(page -> stage.setAside(page != Page.LESSON));
        runs.latestProperty().subscribe((_, _) -> stage.show(null)); // it is to be seen
        stage.chart().darkProperty().bind(chart.timeline().darkProperty());
        stage.chart().scaleProperty().bind(chart.timeline().scaleProperty());
        measurementCoordinator.question().visibleProperty().subscribe(help::hide);
        chart.rowMenu().onRepeat(edits::repeat, status::show);
        GuessBinding.bind(
                chart.timeline(), guesses, shownRun.guessedModelProperty(), runs.latestProperty());
        installKeys();
    }

    private void darkChanged(boolean dark) {
        history.setDark(dark);
        course.setDark(dark);
    }

    private void followShownRun() {
        inputs.onChange(shownRun::inputsChanged);
        shownRun.modelProperty().subscribe(model -> runPage.show(model));
        shownRun.guessedModelProperty().subscribe(chart.guessField()::setModel);
        shownRun.sameWorkProperty().subscribe(runPage::setMeasurable);
        chart.title().follow(shownRun);
        chart.title().onRun(measurementCoordinator::run, measurementCoordinator::run);
    }

    private void installKeys() {
        ShortcutHandler.Callbacks callbacks =
                new ShortcutHandler.Callbacks()
                        .run(this::runHere)
                        .picture(new PictureAction(comparison, exports, this::currentLook))
                        .open(siteFiles::open)
                        .save(this::saveSites)
                        .escape(new EscapeAction(sheets, comparison, chart, replay, runs))
                        .help(help::toggle)
                        .about(about::toggle)
                        .palette(palette::toggle)
                        .find(chart.find()::open)
                        .nextGrouping(chart::nextGrouping)
                        .table(chart::toggleTable)
                        .fullScreen(() -> FullScreen.toggle(scene, status))
                        .projector(themeController::switchProjector)
                        .compare(comparison::toggle)
                        .presenter(course::togglePresenter)
                        .pane(mainSplitPane::toggle)
                        .applies(key -> sheets.letPass(key, comparison.view().isOpen()));
        ShortcutHandler keys = ShortcutHandler.install(scene, replay, callbacks);
        var applies =
                new PaletteCommands.Conditions(measurementCoordinator, runs, replay, comparison);
        palette.setSource(new PaletteCommands(scene.getRoot(), toolBar, keys, applies));
    }

    /**
     * Saves every change for the next window. A lesson is temporary: the list and settings that it
     * brings are not saved.
     */
    private void remember() {
        inputs.remember(
                change -> {
                    status.complain("");
                    if (!lessonController.isOpen()) {
                        windowState.change(change);
                    }
                });
    }

    private void rememberChoices() {
        new WindowMemory(windowState)
                .lesson(lessonController, side.pageProperty())
                .comparison(comparison.view(), guesses)
                .run(chart.timeline().groupingProperty(), replay.speedProperty())
                .language(code)
                .projector(themeController)
                .presenter(course.presenterPlaceProperty())
                .keeping(history.keepingProperty())
                .python(programs.pythonProperty());
    }

    private void saveSites() {
        inputs.endEdits();
        siteFiles.save();
    }

    private void saveSession() {
        if (comparison.view().isOpen()) {
            comparison.save(ReportFormats.SESSION);
        } else {
            exports.save(ReportFormats.SESSION, currentLook());
        }
    }

    private Plan plan() {
        return inputs.plan();
    }

    /** Loads a plan into the window and clears the previous run. */
    private void put(Plan plan) {
        inputs.put(plan);
        status.clearMessage();
        guesses.set(Guesses.NONE);
        if (measurementCoordinator.isIdle()) {
            replay.unload();
            runs.show(null);
        }
    }

    private void compareLesson(Lesson lesson) {
        comparison.view().choose(lesson.models(), lesson.runs());
        comparison.openAndRun();
    }

    private MeasurementCoordinator measurements() {
        return measurementCoordinator;
    }

    private LessonController lessons() {
        return lessonController;
    }

    private ObjectProperty<Page> lessonPage() {
        return side.pageProperty();
    }

    private void lessonOpened(@Nullable Lesson open) {
        comparison.setLessonOpen(open != null);
        mainSplitPane.setLesson(open != null);
        if (open != null) {
            side.pageProperty().set(Page.LESSON);
            comparison.view().choose(open.models(), open.runs());
        }
    }

    /** Returns the plan to run, or null after showing why there is nothing to run. */
    private @Nullable Plan planToRun() {
        status.clearMessage();
        chart.guessField().commit();
        return inputs.toRun(status::complain);
    }

    private void start(Plan plan) {
        replay.unload();
        chart.focusTimeline(); // so that Space replays when the run has ended
        runs.start(plan, guesses.get());
    }

    /** Runs the list of a lesson, in the timeline. */
    private void runLesson() {
        comparison.leave();
        measurementCoordinator.run();
    }

    /** Shows a run of a comparison. */
    private void show(Started run) {
        runs.show(run);
        replay.load(run.run().trace());
    }

    private void stateChanged(State state) {
        Started run = runs.latestProperty().get();
        if (state == State.IDLE && run != null) {
            replay.load(run.run().trace());
            comparison.measured(run.run());
            history.runEnded(run, chart.title());
        }
        showState();
        refresh();
    }

    private void showState() {
        toolBar.show(measurementCoordinator.state());
        chart.title().setRunnable(measurementCoordinator.isIdle());
    }

    private void showRun(@Nullable Started started) {
        exportMenu.setDisable(started == null);
        runPage.setExplained(started == null || !started.isForeign());
        runPanesUpdater.setRun(started);
    }

    /** F5 runs the visible part: the comparison, or the list. */
    private void runHere() {
        if (comparison.view().isOpen()) {
            comparison.view().run();
        } else {
            measurementCoordinator.run();
        }
    }

    private void pulse(long now) {
        replay.advance(now);
        chart.pulse();
        comparison.view().pulse();
    }

    private void refresh() {
        runPanesUpdater.refresh();
        chart.refresh();
        history.refresh();
        programs.refresh();
        comparison.view().refresh();
        if (comparison.view().isOpen()) {
            status.showComparison(comparisons.isRunning(), comparison.isMeasured());
        } else {
            status.show(runs.state(), runPanesUpdater.shown(), problems);
        }
    }

    private @Nullable TraceMoment moment() {
        return runPanesUpdater.moment();
    }

    private Look currentLook() {
        return chart.showing(themeController.exportLook());
    }
}
