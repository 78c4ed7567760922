package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.export.Report.Look;
import dev.overlap.paint.Folding;
import dev.overlap.plan.Crowd;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Site;
import dev.overlap.plan.SiteLine;
import dev.overlap.ui.RunControl.Started;
import dev.overlap.ui.RunControl.State;

import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

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
            Runner runner, Executor background, SaveDialog saveDialog, OpenDialog openDialog) {}

    /** The size that the panes are divided for; the window may then be any other. */
    static final double WIDTH_PX = 1280;

    static final double HEIGHT_PX = 800;

    private final Memory memory;
    private final SiteHistory sites;
    private final StatusLine status = new StatusLine();
    private final Replay replay = new Replay();
    private final RunControl runs;
    private final Exporting exporting;

    private final SiteFiling filing;
    private final SiteListPane siteList;
    private final LabFoot foot = new LabFoot();
    private final SettingsPane settings;
    private final ExportMenu exportMenu =
            new ExportMenu(
                    new ExportMenu.Actions(
                            look -> exporting().savePicture(look.withRows(rows())),
                            () -> exporting().copyPicture(currentLook()),
                            () -> exporting().saveTable()));
    private final TopBar top = new TopBar(exportMenu);
    private final Timeline timeline = new Timeline();
    private final DetailsPane details = new DetailsPane();
    private final ModelPane howItWorks = new ModelPane();
    private final NumbersPane numbers = new NumbersPane();
    private final WorkersPane workers = new WorkersPane();
    private final FindBar find =
            new FindBar(
                    new FindBar.Ground(
                            timeline.traceProperty()::get,
                            timeline.selectedTaskProperty()::get,
                            timeline.selectedTaskProperty()::set,
                            timeline::requestFocus));
    private final ChartBar chartBar = new ChartBar(timeline.foldingProperty(), find);
    private final KeysHelp help = new KeysHelp();
    private final CrowdQuestion question = new CrowdQuestion();
    private final FramePump pump = new FramePump(this::pulse, this::refresh);
    private final Scene scene;
    private final Panes panes;

    private Theme theme;
    private @Nullable Reading shown;
    private int problems;
    private int computations;

    /**
     * A window for a list.
     *
     * @param memory what it begins with, and what it hands on
     */
    MainWindow(Services services, Memory memory) {
        this.memory = memory;
        theme = Theme.of(memory.state().looks().theme());
        sites = new SiteHistory(memory.state().sites());
        settings = new SettingsPane(memory.state().settings());
        FxInbox inbox = new FxInbox();
        runs = new RunControl(services.runner, services.background, inbox, status::say);
        exporting =
                new Exporting(
                        services.background,
                        inbox,
                        new Exporting.Desk(
                                () -> runs.latestProperty().get(),
                                services.saveDialog,
                                () -> scene().getWindow(),
                                status::say));
        SiteEdits edits = new SiteEdits(sites);
        filing =
                new SiteFiling(
                        edits,
                        services.background,
                        inbox,
                        new SiteFiling.Desk(
                                services.openDialog,
                                services.saveDialog,
                                () -> scene().getWindow(),
                                status::say));
        siteList = new SiteListPane(sites, edits, filing);
        panes = new Panes(left(), centre(), right(), memory);
        scene = new Scene(layout(), WIDTH_PX, HEIGHT_PX);
        scene.getStylesheets().setAll(style("modena-names.css"), style("overlap.css"));
        top.choose(memory.state().model());
        top.workers().ask(memory.state().settings().workers());
        wire();
        remember();
        dress(theme);
        pump.start();
    }

    private static String style(String name) {
        String path = "/dev/overlap/assets/style/" + name;
        return Objects.requireNonNull(MainWindow.class.getResource(path), path).toExternalForm();
    }

    Scene scene() {
        return scene;
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
        } else if (fault != null) {
            foot.failed();
            status.say(Backstage.sentence(fault));
        }
    }

    /** Cancels the run that goes on; nothing is painted any more. */
    void close() {
        pump.stop();
        runs.stop();
    }

    private VBox left() {
        VBox left = new VBox(siteList, settings, foot);
        left.getStyleClass().add("side-pane");
        VBox.setVgrow(siteList, Priority.ALWAYS);
        left.setMinWidth(285);
        return left;
    }

    private BorderPane centre() {
        BorderPane centre = new BorderPane(timeline);
        centre.setTop(chartBar);
        centre.setBottom(new ReplayBar(replay));
        centre.getStyleClass().add("centre");
        centre.setMinWidth(300);
        return centre;
    }

    private ScrollPane right() {
        ScrollPane right = new ScrollPane(new VBox(details, howItWorks, numbers, workers));
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.getStyleClass().add("side-pane");
        right.setMinWidth(290);
        return right;
    }

    private StackPane layout() {
        BorderPane root = new BorderPane(panes);
        root.setTop(top);
        root.setBottom(status);
        return new StackPane(root, help, question);
    }

    private void wire() {
        top.onRun(this::run);
        top.onStop(runs::stop);
        top.onTheme(this::switchTheme);
        top.onPane(panes::toggle);
        top.onHelp(help::toggle);
        top.modelProperty().subscribe(howItWorks::show);
        runs.stateProperty().subscribe(this::stateChanged);
        runs.latestProperty().subscribe(this::showRun);
        sites.listProperty().subscribe(list -> problems = list.problems());
        timeline.playheadProperty().bind(replay.playheadProperty());
        timeline.selectedTaskProperty().subscribe(this::showDetails);
        timeline.setFocusTraversable(true);
        Keys.install(
                scene,
                new Keys.Actions(
                        this::run,
                        () -> exporting.savePicture(currentLook()),
                        filing::open,
                        this::saveSites,
                        this::escape,
                        replay,
                        help::toggle,
                        find::open,
                        chartBar::toggle,
                        () -> FullScreen.toggle(scene, status),
                        () -> {},
                        panes::toggle));
    }

    /** Hands on every change of what the next window begins with. */
    private void remember() {
        sites.listProperty().subscribe((_, list) -> memory.change(it -> it.withSites(list)));
        top.modelProperty().subscribe((_, it) -> memory.change(state -> state.withModel(it.id())));
        settings.settingsProperty().subscribe((_, _) -> rememberSettings());
        top.workers().valueProperty().subscribe((_, _) -> rememberSettings());
    }

    private void rememberSettings() {
        memory.change(it -> it.withSettings(settings()));
    }

    private Settings settings() {
        return settings.settingsProperty().get().withWorkers(top.workers().asked());
    }

    private void saveSites() {
        siteList.endEdit();
        filing.save();
    }

    private void switchTheme() {
        dress(theme.other());
        memory.changeLooks(looks -> looks.withTheme(theme.word()));
    }

    private void dress(Theme chosen) {
        theme = chosen;
        theme.apply();
        timeline.darkProperty().set(theme == Theme.DARK);
        scene.getRoot().setStyle(PhaseColours.style(theme));
        top.show(theme);
    }

    private void run() {
        siteList.endEdit();
        settings.endEdit();
        Plan plan = plan();
        if (plan.sites().lines().stream().noneMatch(MainWindow::isToRun)) {
            status.say("There is nothing to run. Add a site to the list, or switch one on.");
            return;
        }
        if (runs.state() == State.IDLE && !question.isShowing()) {
            askOrStart(plan);
        }
    }

    /** Good manners: many requests to somebody else's server are not sent unasked. */
    private void askOrStart(Plan plan) {
        List<Crowd> crowds = Crowd.of(plan);
        if (crowds.isEmpty()) {
            start(plan);
        } else {
            help.hide();
            question.ask(crowds, () -> start(plan));
        }
    }

    private void start(Plan plan) {
        status.listen();
        replay.unload();
        timeline.requestFocus(); // so that Space replays when the run has ended
        runs.start(plan);
    }

    private static boolean isToRun(SiteLine line) {
        return line.entry() != null && line.entry().on();
    }

    private Plan plan() {
        top.endEdit();
        return new Plan(sites.list(), top.modelProperty().get().id(), settings());
    }

    private void stateChanged(State state) {
        top.show(state);
        Started run = runs.latestProperty().get();
        if (state == State.IDLE && run != null) {
            replay.load(run.run().trace());
        }
        refresh();
    }

    private void showRun(@Nullable Started started) {
        exportMenu.setDisable(started == null);
        if (started != null) {
            computations = computations(started.run().plan());
            if (timeline.selectedTaskProperty().get() >= started.run().trace().tasks().size()) {
                timeline.selectedTaskProperty().set(-1);
            }
            timeline.traceProperty().set(started.run().trace());
        }
    }

    private static int computations(Plan plan) {
        return (int) plan.tasks().stream().filter(it -> it.site() instanceof Site.Compute).count();
    }

    /** Esc ends a replay first, then a run; an edit has taken the key before. */
    private void escape() {
        if (question.isShowing()) {
            question.hide();
        } else if (help.isShowing()) {
            help.hide();
        } else if (replay.isOn()) {
            replay.end();
        } else {
            runs.stop();
        }
    }

    private void pulse(long now) {
        replay.advance(now);
        timeline.pulse();
    }

    private void refresh() {
        Started run = runs.latestProperty().get();
        long playhead = replay.playheadProperty().get();
        Moment now = run == null ? null : Moment.at(run.run().trace(), playhead);
        if (!Objects.equals(now, shown == null ? null : shown.moment())) {
            shown = now == null ? null : Reading.of(now, replay.lastChanges(), computations);
            numbers.show(shown);
            workers.show(now);
            showDetails();
        }
        status.show(runs.state(), shown, problems);
    }

    private void showDetails() {
        details.show(shown == null ? null : shown.moment(), timeline.selectedTaskProperty().get());
    }

    private Exporting exporting() {
        return exporting;
    }

    private Folding rows() {
        return timeline.foldingProperty().get();
    }

    /** Pictures are painted in the theme of the window unless the menu says otherwise. */
    private Look currentLook() {
        return new Look(2, theme == Theme.DARK, rows());
    }
}
