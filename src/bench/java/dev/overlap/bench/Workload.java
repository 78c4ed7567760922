package dev.overlap.bench;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

/** The kinds of work on which every model is measured: four tasks each. */
enum Workload {
    /** The four sites of the Python figures. */
    WAITING("lab:/delay/300", "lab:/delay/200", "lab:/delay/400", "lab:/delay/250"),
    /** More tasks than workers, and as many workers as the Python figures have. */
    COMPUTING("cpu:1200ms x4"),
    /** Jobs that take as long as the sites. */
    POLLING(
            "poll:lab:/jobs?takes=300",
            "poll:lab:/jobs?takes=200",
            "poll:lab:/jobs?takes=400",
            "poll:lab:/jobs?takes=250");

    private static final int COMPUTING_WORKERS = 2;

    private final String sites;

    Workload(String... lines) {
        sites = String.join("\n", lines);
    }

    /** The plan of one run. */
    Plan plan(MeasuredModel measuredModel) {
        Settings usual = measuredModel.settings();
        Settings settings =
                this == COMPUTING && measuredModel.model().hasWorkers()
                        ? usual.withWorkers(COMPUTING_WORKERS)
                        : usual;
        return new Plan(SiteList.parse(sites), measuredModel.model().id(), settings);
    }

    /** What is run, in words. */
    String words() {
        return switch (this) {
            case WAITING -> "sites of the lab that take 300, 200, 400 and 250 ms";
            case COMPUTING -> "4 x cpu:1200ms, " + COMPUTING_WORKERS + " workers";
            case POLLING -> "jobs of the lab that take 300, 200, 400 and 250 ms";
        };
    }
}
