package dev.overlap.ui;

import dev.overlap.persistence.WindowState;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.text.WindowText;
import dev.overlap.ui.settings.SettingsPane;
import dev.overlap.ui.sites.SiteHistory;
import dev.overlap.ui.sites.SiteListPane;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The inputs of a run as held by the window: list, model and settings.
 *
 * <p>Threads: JavaFX thread only.
 */
final class RunInputs {

    private final SiteHistory sites;
    private final SiteListPane list;
    private final SettingsPane settings;
    private final MainToolBar top;

    RunInputs(SiteHistory sites, SiteListPane list, SettingsPane settings, MainToolBar top) {
        this.sites = sites;
        this.list = list;
        this.settings = settings;
        this.top = top;
    }

    /** Returns the current plan, after committing an edit of the number of workers. */
    Plan plan() {
        top.endEdit();
        list.finishReading();
        return shown();
    }

    /** Returns the plan that the window shows, apart from edits in progress. */
    Plan shown() {
        return new Plan(sites.list(), top.modelProperty().get().id(), settings());
    }

    /** Calls an action now, and after every change of the shown plan. */
    void onChange(Runnable action) {
        action.run();
        sites.listProperty().subscribe((_, _) -> action.run());
        top.modelProperty().subscribe((_, _) -> action.run());
        settings.settingsProperty().subscribe((_, _) -> action.run());
        top.workers().valueProperty().subscribe((_, _) -> action.run());
    }

    private Settings settings() {
        return settings.settingsProperty().get().withWorkers(top.workers().asked());
    }

    /** Commits edits in progress. */
    void endEdits() {
        list.endEdit();
        settings.endEdit();
    }

    /**
     * Commits edits and returns the plan to run.
     *
     * @param say receives a message if there is nothing to run
     * @return null if there is nothing to run
     */
    @Nullable Plan toRun(Consumer<String> say) {
        endEdits();
        Plan plan = plan();
        if (plan.sites().lines().stream().noneMatch(RunInputs::isToRun)) {
            say.accept(WindowText.NOTHING_TO_RUN);
            return null;
        }
        return plan;
    }

    private static boolean isToRun(SiteLine line) {
        return line.entry() != null && line.entry().on();
    }

    /** Replaces list, model and settings; the list can be undone. */
    void put(Plan plan) {
        list.endEdit();
        list.open(plan.sites());
        top.choose(plan.model());
        settings.settingsProperty().set(plan.settings());
        top.workers().ask(plan.settings().workers());
    }

    /** Reports every change to a listener. */
    void remember(Consumer<UnaryOperator<WindowState>> listener) {
        Runnable changed = () -> listener.accept(it -> it.withSettings(settings()));
        sites.listProperty().subscribe((_, now) -> listener.accept(it -> it.withSites(now)));
        top.modelProperty().subscribe((_, now) -> listener.accept(it -> it.withModel(now.id())));
        settings.settingsProperty().subscribe((_, _) -> changed.run());
        top.workers().valueProperty().subscribe((_, _) -> changed.run());
    }
}
