package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.compare.Guesses;
import dev.overlap.engine.Closer;
import dev.overlap.export.Report.Look;
import dev.overlap.lesson.Lesson;
import dev.overlap.model.Model;
import dev.overlap.paint.Folding;
import dev.overlap.plan.Plan;
import dev.overlap.ui.RunControl.Started;
import dev.overlap.ui.RunControl.State;
import dev.overlap.ui.SidePane.Page;
import dev.overlap.ui.WindowKey.Part;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The one place where the window is wired: which view shows what, and what follows from what. The
 * views know each other only through here.
 *
 * <p>Threads: JavaFX thread only.
 */
final class MainWindow {

    /**
     * What the window needs from outside.
     *
     * @param background runs what may wait
     */
    record Services(
            Runner runner,
            Executor background,
            SaveDialog saveDialog,
            OpenDialog openDialog,
            OpenDialog lessonDialog) {}

    /** The size that the panes are divided for; the window may then be any other. */
    static final double WIDTH_PX = 1280;

    static final double HEIGHT_PX = 800;

    private final Memory memory;
    private final SiteHistory sites;
    private final StatusLine status = new StatusLine();
    private final Replay replay = new Replay();
    private final ObjectProperty<Guesses> guesses = new SimpleObjectProperty<>(Guesses.NONE);
    private final RunControl runs;
    private final CompareControl comparisons;
    private final RunExport exports;
    private final SiteFiling filing;
    private final Classroom classroom;
    private final Bench bench;
    private final Measuring measuring;

    private final TopBar top;
    private final SiteListPane siteList;
    private final SettingsPane settings;
    private final LabFoot foot = new LabFoot();
    private final ExportMenu exportMenu;
    private final Timeline timeline = new Timeline();
    private final FindBar find =
            new FindBar(
                    new FindBar.Ground(
                            this::moment,
                            timeline.selectedTaskProperty()::get,
                            timeline.selectedTaskProperty()::set,
                            timeline::requestFocus));
    private final GuessField guess = new GuessField(guesses, status::say);
    private final ChartBar chartBar = new ChartBar(timeline.foldingProperty(), guess, find);
    private final RunPage runPage = new RunPage();
    private final CodePane code;
    private final SidePane side;
    private final Panes panes;
    private final Comparing comparing;
    private final KeysHelp help = new KeysHelp();
    private final Readout readout;
    private final Scene scene;
    private final Appearance appearance;
    private final FramePump pump = new FramePump(this::pulse, this::refresh);

    private int problems;

    /**
     * A window for a list.
     *
     * @param memory what it begins with, and what it hands on
     */
    MainWindow(Services services, Memory memory) {
        this.memory = memory;
        sites = new SiteHistory(memory.state().sites());
        settings = new SettingsPane(memory.state().settings());
        FxInbox inbox = new FxInbox();
        runs = new RunControl(services.runner, services.background, inbox, status::say);
        comparisons = new CompareControl(services.runner, services.background, inbox, status::say);
        Exporting exporting = exporting(services, inbox);
        exports = new RunExport(exporting, runs.latestProperty()::get);
        measuring = measuring();
        SiteEdits edits = new SiteEdits(sites);
        filing = filing(services, inbox, edits);
        classroom = classroom(services, inbox);
        siteList = new SiteListPane(sites, edits, filing);
        exportMenu = exportMenu();
        top = new TopBar(classroom.menu(), exportMenu);
        bench = new Bench(sites, siteList, settings, top);
        code = new CodePane(exporting);
        side =
                new SidePane(
                        Page.of(memory.state().looks().page()), classroom.pane(), runPage, code);
        panes = new Panes(left(), centre(), side, memory);
        readout = new Readout(new Readout.Panes(timeline, side, runPage, code), replay, this::plan);
        comparing = comparing(exporting);
        scene = new Scene(layout(), WIDTH_PX, HEIGHT_PX);
        scene.getStylesheets().setAll(style("modena-names.css"), style("overlap.css"));
        appearance =
                new Appearance(
                        new Appearance.Dressed(scene.getRoot(), top, timeline, comparing.view()),
                        panes,
                        memory);
        top.choose(memory.state().model());
        top.workers().ask(memory.state().settings().workers());
        wire();
        remember();
        pump.start();
    }

    private static String style(String name) {
        String path = "/dev/overlap/assets/style/" + name;
        return Objects.requireNonNull(MainWindow.class.getResource(path), path).toExternalForm();
    }

    Scene scene() {
        return scene;
    }

    private Comparing comparing() {
        return comparing;
    }

    /** What shows the run once more. */
    Replay replay() {
        return replay;
    }

    private Window window() {
        return scene.getWindow();
    }

    /** Says something in the status line. */
    void say(String sentence) {
        status.say(sentence);
    }

    /** Says where the lab listens, or why it does not, once that is known. */
    void watch(CompletionStage<URI> lab) {
        FxInbox inbox = new FxInbox();
        lab.whenCompleteAsync(this::showLab, inbox);
    }

    private void showLab(@Nullable URI uri, @Nullable Throwable fault) {
        if (uri != null) {
            foot.listensAt(uri);
            code.setLab(uri);
        } else if (fault != null) {
            foot.failed();
            status.say(Backstage.sentence(fault));
        }
    }

    /** Cancels what goes on; nothing is painted any more. */
    void close() {
        new Closer().run(pump::stop).run(measuring::stop).rethrow();
    }

    private Exporting exporting(Services services, Executor inbox) {
        return new Exporting(
                services.background,
                inbox,
                new Exporting.Desk(services.saveDialog, this::window, status::say));
    }

    private SiteFiling filing(Services services, Executor inbox, SiteEdits edits) {
        return new SiteFiling(
                edits,
                services.background,
                inbox,
                new SiteFiling.Desk(
                        services.openDialog, services.saveDialog, this::window, status::say));
    }

    private Classroom classroom(Services services, Executor inbox) {
        return new Classroom(
                services.background,
                inbox,
                guesses,
                new Classroom.Desk(
                        services.lessonDialog,
                        this::window,
                        this::plan,
                        this::put,
                        measuring::run,
                        () -> comparing().openAndRun(),
                        status::say));
    }

    private Measuring measuring() {
        return new Measuring(
                runs, comparisons, new Measuring.Desk(this::planToRun, this::start, status::say));
    }

    private ExportMenu exportMenu() {
        return ExportMenu.ofRun(
                new ExportMenu.Actions(
                        look -> exports.savePicture(look.withRows(rows())),
                        () -> exports.copyPicture(currentLook()),
                        exports::saveTable));
    }

    private Comparing comparing(Exporting exporting) {
        return new Comparing(
                comparisons,
                exporting,
                guesses,
                new Comparing.Desk(
                        this::plan,
                        measuring::toCompare,
                        measuring::begin,
                        this::show,
                        timeline::requestFocus,
                        this::currentLook,
                        status::say));
    }

    private VBox left() {
        VBox left = new VBox(siteList, settings, foot);
        left.getStyleClass().add("side-pane");
        VBox.setVgrow(siteList, Priority.ALWAYS);
        left.setMinWidth(285);
        return left;
    }

    private BorderPane centre() {
        BorderPane centre = new BorderPane();
        centre.setTop(chartBar); // Tab goes through the parts in the order in which they are added
        centre.setCenter(timeline);
        centre.setBottom(new ReplayBar(replay));
        centre.getStyleClass().add("centre");
        centre.setMinWidth(300);
        return centre;
    }

    private StackPane layout() {
        BorderPane work = new BorderPane();
        work.setTop(top); // Tab goes through the parts in the order in which they are added
        work.setCenter(panes);
        work.visibleProperty().bind(comparing.view().visibleProperty().not());
        BorderPane root = new BorderPane(new StackPane(work, comparing.view()));
        root.setBottom(status);
        return new StackPane(
                root, comparing.guessSheet(), classroom.problems(), help, measuring.question());
    }

    private void wire() {
        top.onRun(measuring::run);
        top.onStop(measuring::stop);
        top.onCompare(comparing::open);
        runPage.onMeasure(comparing::openAgainstSequential);
        top.onProjector(appearance::switchProjector);
        top.onTheme(appearance::switchTheme);
        top.onPane(panes::toggle);
        top.onHelp(help::toggle);
        top.modelProperty().subscribe(this::showModel);
        runs.stateProperty().subscribe(this::stateChanged);
        runs.latestProperty().subscribe(this::showRun);
        comparisons.runningProperty().subscribe(_ -> showState());
        classroom.lessonProperty().subscribe(this::lessonOpened);
        sites.listProperty().subscribe(list -> problems = list.problems());
        side.pageProperty().subscribe(page -> panes.makeRoom(page == Page.CODE));
        measuring.question().visibleProperty().subscribe(help::hide);
        ChartGuess.tie(timeline, guesses, top.modelProperty(), runs.latestProperty());
        timeline.playheadProperty().bind(replay.playheadProperty());
        timeline.setFocusTraversable(true);
        installKeys();
    }

    private void installKeys() {
        Keys.install(
                scene,
                new Keys.Actions(
                        this::runHere,
                        this::savePicture,
                        filing::open,
                        this::saveSites,
                        this::escape,
                        replay,
                        help::toggle,
                        find::open,
                        chartBar::foldNext,
                        () -> FullScreen.toggle(scene, status),
                        appearance::switchProjector,
                        comparing::toggle,
                        panes::toggle,
                        this::isMeant));
    }

    /** Whether a key means anything to what is in sight: a sheet, a comparison or the timeline. */
    private boolean isMeant(WindowKey key) {
        ModalSheet sheet = openSheet();
        if (sheet != null) {
            return key == WindowKey.ESCAPE || (key == WindowKey.HELP && sheet == help);
        }
        boolean ofTimeline = key.part() != Part.WINDOW || key == WindowKey.FIND;
        return !ofTimeline || !comparing.view().isOpen();
    }

    /**
     * Hands on every change of what the next window begins with. A lesson is a visit: what it
     * brings is not handed on.
     */
    private void remember() {
        bench.remember(
                change -> {
                    if (!classroom.isOpen()) {
                        memory.change(change);
                    }
                });
        side.pageProperty()
                .subscribe((_, it) -> memory.changeLooks(looks -> looks.withPage(it.word())));
    }

    private void saveSites() {
        bench.endEdits();
        filing.save();
    }

    private Plan plan() {
        return bench.plan();
    }

    /** Makes the window hold something else; nothing of the run before is left in sight. */
    private void put(Plan plan) {
        bench.put(plan);
        guesses.set(Guesses.NONE);
        if (measuring.isIdle()) {
            replay.unload();
            runs.show(null);
        }
    }

    private void lessonOpened(@Nullable Lesson open) {
        if (open != null) {
            side.pageProperty().set(Page.LESSON);
            comparing.view().choose(open.models(), open.runs());
        }
    }

    /** What there is to run; null, and a sentence, where there is nothing. */
    private @Nullable Plan planToRun() {
        status.listen();
        guess.keep();
        return bench.toRun(status::say);
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
        top.show(measuring.state());
    }

    private void showRun(@Nullable Started started) {
        exportMenu.setDisable(started == null);
        readout.tellOf(started);
    }

    private void showModel(Model chosen) {
        runPage.show(chosen);
        guess.setModel(chosen);
    }

    /** F5 runs what is seen: the comparison, or the list. */
    private void runHere() {
        if (comparing.view().isOpen()) {
            comparing.view().run();
        } else {
            measuring.run();
        }
    }

    private void savePicture() {
        if (comparing.view().isOpen()) {
            comparing.savePicture();
        } else {
            exports.savePicture(currentLook());
        }
    }

    /** Esc ends what lies on top: a sheet, a measurement, a replay; an edit took the key before. */
    private void escape() {
        ModalSheet open = openSheet();
        if (open != null) {
            open.hide();
        } else if (!comparing.escape()) {
            if (replay.isOn()) {
                replay.end();
            } else {
                runs.stop();
            }
        }
    }

    private @Nullable ModalSheet openSheet() {
        return Stream.of(measuring.question(), help, classroom.problems(), comparing.guessSheet())
                .filter(ModalSheet::isShowing)
                .findFirst()
                .orElse(null);
    }

    private void pulse(long now) {
        replay.advance(now);
        timeline.pulse();
        comparing.view().pulse();
    }

    private void refresh() {
        readout.refresh();
        find.refresh();
        comparing.view().refresh();
        if (comparing.view().isOpen()) {
            status.showComparison(comparisons.isRunning());
        } else {
            status.show(runs.state(), readout.shown(), problems);
        }
    }

    private @Nullable Moment moment() {
        return readout.moment();
    }

    private Folding rows() {
        return timeline.foldingProperty().get();
    }

    private Look currentLook() {
        return appearance.ofPictures();
    }
}
