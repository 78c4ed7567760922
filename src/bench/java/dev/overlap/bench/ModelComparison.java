package dev.overlap.bench;

import dev.overlap.engine.Engine;
import dev.overlap.lab.Lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The wall of every model on waiting, computing and polling work, as one table of Markdown, beside
 * what no model can beat and what the work takes in sum; then the verdicts, beside those of Python
 * programs that do the same, with which they must agree.
 *
 * <p>Contenders take turns, round by round, so that what else the machine does hits them alike, and
 * a run during which others took much of the processors is repeated. On a machine that stays busy
 * the computing walls tell of the others, and a verdict may differ for that alone.
 */
final class ModelComparison implements Benchmark {

    private static final int ROUNDS = 3;

    private final List<MeasuredModel> contenders = MeasuredModel.all();
    private final Map<Workload, WallTimes> walls = new EnumMap<>(Workload.class);

    @Override
    public String name() {
        return "models";
    }

    @Override
    public void run() throws Exception {
        String loadBefore = MachineDescription.load();
        try (Lab lab = Lab.start();
                Engine engine = new Engine(lab.uri())) {
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

    private WallTimes measured(Workload workload, Engine engine) throws Exception {
        WallTimes all = new WallTimes();
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.printf("%s, round %d of %d%n", capital(workload), round, ROUNDS);
            for (MeasuredModel measuredModel : contenders) {
                all.measure(measuredModel, workload, engine);
            }
        }
        return all;
    }

    private void printTable() {
        System.out.printf("%n| model | waiting | computing | polling |%n|---|---|---|---|%n");
        printRow("*no model can beat*", workload -> seconds(walls.get(workload).lowerBound()));
        printRow("*the work in total*", workload -> seconds(walls.get(workload).sum()));
        for (MeasuredModel measuredModel : contenders) {
            printRow(
                    "`" + measuredModel.name() + "`",
                    workload -> cell(measuredModel, walls.get(workload)));
        }
    }

    private static void printRow(String head, Cell cell) {
        List<String> cells = new ArrayList<>(List.of(head));
        for (Workload workload : Workload.values()) {
            cells.add(cell.of(workload));
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
        System.out.printf("%n| Python program | Python | here | |%n|---|---|---|---|%n");
        List<String> differing = new ArrayList<>();
        for (PythonFigure figure : PythonFigure.ALL) {
            Verdict here = walls.get(figure.work()).verdict(figure.contender());
            boolean agrees = here == figure.verdict();
            if (!agrees) {
                differing.add(
                        "%s on %s (others took up to %d %% of the processors)"
                                .formatted(
                                        figure.contender(),
                                        lower(figure.work()),
                                        percentTakenByOthers(figure.work())));
            }
            System.out.printf(
                    "| %s, %s | %s, %s | `%s`, %s | %s |%n",
                    lower(figure.work()),
                    figure.program(),
                    seconds(figure.seconds()),
                    figure.verdict(),
                    figure.contender(),
                    here,
                    agrees ? "agrees" : "differs");
        }
        if (!differing.isEmpty()) {
            throw new RequirementNotMet("Not as in Python: " + String.join(", ", differing) + ".");
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
