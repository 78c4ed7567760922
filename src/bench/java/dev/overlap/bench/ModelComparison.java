package dev.overlap.bench;

import dev.overlap.program.model.PythonModels;
import dev.overlap.program.model.PythonSession;
import dev.overlap.runtime.EngineSession;
import dev.overlap.runtime.LabAndEngine;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The wall of every model on waiting, computing and polling work, as one table of Markdown, beside
 * what no model can beat and what the work takes in sum; beside each the same model run by CPython,
 * if a fit interpreter is found. The verdicts of both must agree.
 *
 * <p>Contenders take turns, round by round, so that what else the machine does hits them alike, and
 * a run during which others took much of the processors is repeated. On a machine that stays busy
 * the computing walls tell of the others, and a verdict may differ for that alone.
 */
final class ModelComparison implements Benchmark {

    private static final int ROUNDS = 3;

    private final List<MeasuredModel> contenders = MeasuredModel.all();
    private final PythonModels python = new PythonModels(Path.of(""));
    private final Map<Workload, WallTimes> walls = new EnumMap<>(Workload.class);

    @Override
    public String name() {
        return "models";
    }

    @Override
    public void run() throws Exception {
        String loadBefore = MachineDescription.load();
        LabAndEngine own = LabAndEngine.open(() -> 0);
        try (EngineSession engine =
                new PythonSession(own, own.labUri(), python, Optional.empty())) {
            for (Workload workload : Workload.values()) {
                walls.put(workload, measured(workload, engine));
            }
        }
        printTable();
        System.out.printf(
                "%nMedians of %d runs on %s; load %s before and %s after.%n",
                ROUNDS, MachineDescription.words(), loadBefore, MachineDescription.load());
        for (Workload workload : Workload.values()) {
            System.out.printf(
                    "%s: %s; other programs took at most %d %% of the processors.%n",
                    capital(workload), workload.words(), percentTakenByOthers(workload));
        }
        compare();
    }

    private WallTimes measured(Workload workload, EngineSession engine) throws Exception {
        WallTimes all = new WallTimes();
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.printf("%s, round %d of %d%n", capital(workload), round, ROUNDS);
            for (MeasuredModel measuredModel : contenders) {
                all.measure(measuredModel, workload, engine);
                MeasuredModel twin = twin(measuredModel);
                if (twin != null) {
                    all.measure(twin, workload, engine);
                }
            }
        }
        return all;
    }

    private @Nullable MeasuredModel twin(MeasuredModel measuredModel) {
        return measuredModel.inPython(python.available());
    }

    private void printTable() {
        System.out.printf(
                "%n| model | waiting | computing | polling"
                        + " | CPython waiting | CPython computing | CPython polling |%n"
                        + "|---|---|---|---|---|---|---|%n");
        Cell none = _ -> "";
        printRow(
                "*no model can beat*", workload -> seconds(walls.get(workload).lowerBound()), none);
        printRow("*the work in total*", workload -> seconds(walls.get(workload).sum()), none);
        for (MeasuredModel measuredModel : contenders) {
            MeasuredModel twin = twin(measuredModel);
            printRow(
                    "`" + measuredModel.name() + "`",
                    workload -> cell(measuredModel, walls.get(workload)),
                    twin == null ? none : workload -> cell(twin, walls.get(workload)));
        }
    }

    private static void printRow(String head, Cell here, Cell inPython) {
        List<String> cells = new ArrayList<>(List.of(head));
        for (Cell cell : List.of(here, inPython)) {
            for (Workload workload : Workload.values()) {
                cells.add(cell.of(workload));
            }
        }
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private static String cell(MeasuredModel measuredModel, WallTimes wallTimes) {
        double wall = wallTimes.wall(measuredModel);
        double whole = wallTimes.wholeWall(measuredModel);
        String startUp = whole > wall ? " (with start-up " + seconds(whole) + ")" : "";
        return seconds(wall) + startUp + ", " + wallTimes.verdict(measuredModel);
    }

    private void compare() throws RequirementNotMet {
        if (python.available().isEmpty()) {
            System.out.println("No CPython that is fit was found: its columns are empty.");
        }
        List<String> differing = new ArrayList<>();
        for (MeasuredModel measuredModel : contenders) {
            MeasuredModel twin = twin(measuredModel);
            for (Workload workload : Workload.values()) {
                WallTimes all = walls.get(workload);
                if (twin != null && all.verdict(twin) != all.verdict(measuredModel)) {
                    differing.add(
                            "%s on %s (others took up to %d %% of the processors)"
                                    .formatted(
                                            measuredModel.name(),
                                            lower(workload),
                                            percentTakenByOthers(workload)));
                }
            }
        }
        if (!differing.isEmpty()) {
            throw new RequirementNotMet("Not as in CPython: " + String.join(", ", differing) + ".");
        }
    }

    private long percentTakenByOthers(Workload workload) {
        return Math.round(100 * walls.get(workload).mostDisturbed());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String lower(Workload workload) {
        return workload.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(Workload workload) {
        return workload.name().charAt(0) + lower(workload).substring(1);
    }

    /** What stands in a row of the table, by kind of work. */
    private interface Cell {
        String of(Workload workload);
    }
}
