package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.engine.task.Closer;
import dev.overlap.export.ReportFormat;
import dev.overlap.export.RunReport.Look;
import dev.overlap.lesson.Lesson;
import dev.overlap.plan.Plan;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.render.RowGrouping;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.SidePane.Page;
import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.comparison.ComparisonLauncher;
import dev.overlap.ui.controls.FxExecutor;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.PulseTimer;
import dev.overlap.ui.controls.SaveDialog;
import dev.overlap.ui.export.ExportMenu;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.guess.GuessField;
import dev.overlap.ui.lesson.LessonController;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.CodePane;
import dev.overlap.ui.run.FindBar;
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

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The one place where the window is wired: which view shows what, and what follows from what. The
 * views know each other only through here.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class MainWindow {

    /**
     * What the window needs from outside.
     *
     * @param background runs what may wait
     */
    public record Services(
            RunStarter starter,
            Executor background,
            SaveDialog saveDialog,
            OpenDialog openDialog,
            OpenDialog lessonDialog) {}

    /** The size that the panes are divided for; the window may then be any other. */
    private final WindowStateHolder windowState;

    private final SiteHistory sites;
    private final StatusLine status = new StatusLine();
    private final Replay replay = new Replay();
    private final ObjectProperty<Guesses> guesses = new SimpleObjectProperty<>(Guesses.NONE);
    private final RunController runs;
    private final ComparisonLauncher comparisons;
    private final RunExport exports;
    private final SiteListFileActions filing;
    private final LessonController lessonController;
    private final RunInputs inputs;
    private final MeasurementCoordinator measurementCoordinator;

    private final MainToolBar top;
    private final SiteListPane siteList;
    private final SettingsPane settings;
    private final LabStatus foot = new LabStatus();
    private final ExportMenu exportMenu;
    private final Timeline timeline = new Timeline();
    private final FindBar find =
            new FindBar(
                    new FindBar.Callbacks()
                            .moment(this::moment)
                            .selected(timeline.selectedTaskProperty()::get)
                            .select(timeline.selectedTaskProperty()::set)
                            .leave(timeline::requestFocus));
    private final GuessField guess = new GuessField(guesses, status::show);
    private final ChartToolBar chartToolBar =
            new ChartToolBar(timeline.foldingProperty(), guess, find);
    private final RunPage runPage = new RunPage();
    private final CodePane code;
    private final SidePane side;
    private final MainSplitPane mainSplitPane;
    private final ComparisonController comparison;
    private final ShortcutHelp help = new ShortcutHelp();
    private final RunPanesUpdater runPanesUpdater;
    private final ModalSheets sheets;
    private final Scene scene;
    private final ThemeController themeController;
    private final PulseTimer pump = new PulseTimer(this::pulse, this::refresh);

    private int problems;

    /**
     * A window for a list.
     *
     * @param windowState what it begins with, and what it hands on
     */
    public MainWindow(Services services, WindowStateHolder windowState) {
        this.windowState = windowState;
        sites = new SiteHistory(windowState.state().sites());
        settings = new SettingsPane(windowState.state().settings());
        FxExecutor inbox = new FxExecutor();
        runs = new RunController(services.starter, services.background, inbox, status::show);
        comparisons =
                new ComparisonLauncher(services.starter, services.background, inbox, status::show);
        ExportService exportService = exporting(services, inbox);
        exports = new RunExport(exportService, runs.latestProperty()::get);
        measurementCoordinator = measuring();
        SiteEdits edits = new SiteEdits(sites);
        filing = filing(services, inbox, edits);
        lessonController = classroom(services, inbox);
        siteList = new SiteListPane(sites, edits, filing);
        exportMenu = exportMenu();
        top = new MainToolBar(lessonController.menu(), exportMenu);
        inputs = new RunInputs(sites, siteList, settings, top);
        ProxyNote.keep(sites.listProperty(), settings, ProxySettings.here());
        code = new CodePane(exportService);
        side =
                new SidePane(
                        Page.of(windowState.state().preferences().page()),
                        lessonController.pane(),
                        runPage,
                        code);
        mainSplitPane =
                new MainSplitPane(
                        WindowLayout.left(siteList, settings, foot),
                        WindowLayout.centre(chartToolBar, timeline, replay),
                        side,
                        windowState);
        runPanesUpdater =
                new RunPanesUpdater(
                        new RunPanesUpdater.Targets(timeline, side, runPage, code),
                        replay,
                        this::plan);
        comparison = comparing(exportService);
        sheets =
                new ModalSheets(
                        help,
                        measurementCoordinator.question(),
                        lessonController.problems(),
                        comparison.guessSheet());
        scene = WindowLayout.scene(top, mainSplitPane, comparison.view(), status, sheets);
        themeController =
                new ThemeController(
                        new ThemeController.Dressed(
                                scene.getRoot(), top, timeline, comparison.view()),
                        mainSplitPane,
                        windowState);
        top.choose(windowState.state().model());
        top.workers().ask(windowState.state().settings().workers());
        wire();
        remember();
        pump.start();
    }

    public Scene scene() {
        return scene;
    }

    private ComparisonController comparing() {
        return comparison;
    }

    /** What shows the run once more. */
    public Replay replay() {
        return replay;
    }

    private Window window() {
        return scene.getWindow();
    }

    /** Says something in the status line. */
    void showStatus(String sentence) {
        status.show(sentence);
    }

    /** Says where the lab listens, or why it does not, once that is known. */
    void watch(CompletionStage<URI> lab) {
        FxExecutor inbox = new FxExecutor();
        lab.whenCompleteAsync(this::showLab, inbox);
    }

    private void showLab(@Nullable URI uri, @Nullable Throwable fault) {
        if (uri != null) {
            foot.listensAt(uri);
            code.setLab(uri);
        } else if (fault != null) {
            foot.failed();
            status.show(EngineHost.sentence(fault));
        }
    }

    /** Cancels what goes on; nothing is painted any more. */
    public void close() {
        new Closer().run(pump::stop).run(measurementCoordinator::stop).rethrow();
    }

    private ExportService exporting(Services services, Executor inbox) {
        return new ExportService(
                services.background,
                inbox,
                services.saveDialog,
                new ExportService.Callbacks().window(this::window).say(status::show));
    }

    private SiteListFileActions filing(Services services, Executor inbox, SiteEdits edits) {
        return new SiteListFileActions(
                edits,
                services.background,
                inbox,
                services.openDialog,
                services.saveDialog,
                new SiteListFileActions.Callbacks().window(this::window).say(status::show));
    }

    private LessonController classroom(Services services, Executor inbox) {
        return new LessonController(
                services.background,
                inbox,
                guesses,
                services.lessonDialog,
                new LessonController.Callbacks()
                        .window(this::window)
                        .plan(this::plan)
                        .put(this::put)
                        .run(measurementCoordinator::run)
                        .compare(() -> comparing().openAndRun())
                        .say(status::show));
    }

    private MeasurementCoordinator measuring() {
        return new MeasurementCoordinator(
                runs,
                comparisons,
                new MeasurementCoordinator.Callbacks()
                        .toRun(this::planToRun)
                        .start(this::start)
                        .say(status::show));
    }

    private ExportMenu exportMenu() {
        return ExportMenu.ofRun(
                new ExportMenu.Callbacks()
                        .save((format, look) -> exports.save(format, look.withRows(rows())))
                        .copy(() -> exports.copyPicture(currentLook())));
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
                        .leave(timeline::requestFocus)
                        .look(this::currentLook)
                        .say(status::show));
    }

    private void wire() {
        top.onRun(measurementCoordinator::run);
        top.onStop(measurementCoordinator::stop);
        top.onCompare(comparison::open);
        runPage.onMeasure(comparison::openAgainstSequential);
        top.onProjector(themeController::switchProjector);
        top.onTheme(themeController::switchTheme);
        top.onPane(mainSplitPane::toggle);
        top.onHelp(help::toggle);
        top.modelProperty().subscribe(this::showModel);
        runs.stateProperty().subscribe(this::stateChanged);
        runs.latestProperty().subscribe(this::showRun);
        comparisons.runningProperty().subscribe(_ -> showState());
        lessonController.lessonProperty().subscribe(this::lessonOpened);
        sites.listProperty().subscribe(list -> problems = list.problems());
        side.pageProperty().subscribe(page -> mainSplitPane.makeRoom(page == Page.CODE));
        measurementCoordinator.question().visibleProperty().subscribe(help::hide);
        GuessBinding.tie(timeline, guesses, top.modelProperty(), runs.latestProperty());
        timeline.playheadProperty().bind(replay.playheadProperty());
        timeline.setFocusTraversable(true);
        installKeys();
    }

    private void installKeys() {
        ShortcutHandler.install(
                scene,
                replay,
                new ShortcutHandler.Callbacks()
                        .run(this::runHere)
                        .picture(this::savePicture)
                        .open(filing::open)
                        .save(this::saveSites)
                        .escape(this::escape)
                        .help(help::toggle)
                        .find(find::open)
                        .fold(chartToolBar::foldNext)
                        .fullScreen(() -> FullScreen.toggle(scene, status))
                        .projector(themeController::switchProjector)
                        .compare(comparison::toggle)
                        .pane(mainSplitPane::toggle)
                        .meant(key -> sheets.letPass(key, comparison.view().isOpen())));
    }

    /**
     * Hands on every change of what the next window begins with. A lesson is a visit: what it
     * brings is not handed on.
     */
    private void remember() {
        inputs.remember(
                change -> {
                    if (!lessonController.isOpen()) {
                        windowState.change(change);
                    }
                });
        side.pageProperty()
                .subscribe(
                        (_, it) ->
                                windowState.changeLooks(
                                        preferences -> preferences.withPage(it.word())));
    }

    private void saveSites() {
        inputs.endEdits();
        filing.save();
    }

    private Plan plan() {
        return inputs.plan();
    }

    /** Makes the window hold something else; nothing of the run before is left in sight. */
    private void put(Plan plan) {
        inputs.put(plan);
        guesses.set(Guesses.NONE);
        if (measurementCoordinator.isIdle()) {
            replay.unload();
            runs.show(null);
        }
    }

    private void lessonOpened(@Nullable Lesson open) {
        if (open != null) {
            side.pageProperty().set(Page.LESSON);
            comparison.view().choose(open.models(), open.runs());
        }
    }

    /** What there is to run; null, and a sentence, where there is nothing. */
    private @Nullable Plan planToRun() {
        status.listen();
        guess.keep();
        return inputs.toRun(status::show);
    }

    private void start(Plan plan) {
        replay.unload();
        timeline.requestFocus(); // so that Space replays when the run has ended
        runs.start(plan, guesses.get());
    }

    /** Shows a run that was made elsewhere. */
    private void show(Started run) {
        runs.show(run);
        replay.load(run.run().trace());
    }

    private void stateChanged(State state) {
        Started run = runs.latestProperty().get();
        if (state == State.IDLE && run != null) {
            replay.load(run.run().trace());
        }
        showState();
        refresh();
    }

    private void showState() {
        top.show(measurementCoordinator.state());
    }

    private void showRun(@Nullable Started started) {
        exportMenu.setDisable(started == null);
        runPanesUpdater.tellOf(started);
    }

    private void showModel(ConcurrencyModel chosen) {
        runPage.show(chosen);
        guess.setModel(chosen);
    }

    /** F5 runs what is seen: the comparison, or the list. */
    private void runHere() {
        if (comparison.view().isOpen()) {
            comparison.view().run();
        } else {
            measurementCoordinator.run();
        }
    }

    private void savePicture() {
        if (comparison.view().isOpen()) {
            comparison.savePicture();
        } else {
            exports.save(ReportFormat.PNG, currentLook());
        }
    }

    /** Esc ends what lies on top: a sheet, a measurement, a replay; an edit took the key before. */
    private void escape() {
        ModalOverlay open = sheets.open();
        if (open != null) {
            open.hide();
        } else if (!comparison.escape()) {
            if (replay.isOn()) {
                replay.end();
            } else {
                runs.stop();
            }
        }
    }

    private void pulse(long now) {
        replay.advance(now);
        timeline.pulse();
        comparison.view().pulse();
    }

    private void refresh() {
        runPanesUpdater.refresh();
        find.refresh();
        comparison.view().refresh();
        if (comparison.view().isOpen()) {
            status.showComparison(comparisons.isRunning());
        } else {
            status.show(runs.state(), runPanesUpdater.shown(), problems);
        }
    }

    private @Nullable TraceMoment moment() {
        return runPanesUpdater.moment();
    }

    private RowGrouping rows() {
        return timeline.foldingProperty().get();
    }

    private Look currentLook() {
        return themeController.ofPictures();
    }
}
