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
final class Models implements Benchmark {

    private static final int ROUNDS = 3;

    private final List<Contender> contenders = Contender.all();
    private final Map<Work, Walls> walls = new EnumMap<>(Work.class);

    @Override
    public String name() {
        return "models";
    }

    @Override
    public void run() throws Exception {
        String loadBefore = Machine.load();
        try (Lab lab = Lab.start();
                Engine engine = new Engine(lab.uri())) {
            for (Work work : Work.values()) {
                walls.put(work, measured(work, engine));
            }
        }
        printTable();
        System.out.printf(
                "%nMedians of %d runs on %s; load %s before and %s after.%n",
                ROUNDS, Machine.words(), loadBefore, Machine.load());
        for (Work work : Work.values()) {
            System.out.printf(
                    "%s: %s; other programs took at most %d %% of the processors.%n",
                    capital(work), work.words(), percentTakenByOthers(work));
        }
        compare();
    }

    private Walls measured(Work work, Engine engine) throws Exception {
        Walls all = new Walls();
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.printf("%s, round %d of %d%n", capital(work), round, ROUNDS);
            for (Contender contender : contenders) {
                all.measure(contender, work, engine);
            }
        }
        return all;
    }

    private void printTable() {
        System.out.printf("%n| model | waiting | computing | polling |%n|---|---|---|---|%n");
        printRow("*no model can beat*", work -> seconds(walls.get(work).lowerBound()));
        printRow("*the work in sum*", work -> seconds(walls.get(work).sum()));
        for (Contender contender : contenders) {
            printRow("`" + contender.name() + "`", work -> cell(contender, walls.get(work)));
        }
    }

    private static void printRow(String head, Cell cell) {
        List<String> cells = new ArrayList<>(List.of(head));
        for (Work work : Work.values()) {
            cells.add(cell.of(work));
        }
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private static String cell(Contender contender, Walls walls) {
        double wall = walls.wall(contender);
        double whole = walls.wholeWall(contender);
        String startUp = whole > wall ? " (with start-up " + seconds(whole) + ")" : "";
        return seconds(wall) + startUp + ", " + walls.verdict(contender);
    }

    private void compare() throws Unmet {
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
            throw new Unmet("Not as in Python: " + String.join(", ", differing) + ".");
        }
    }

    private long percentTakenByOthers(Work work) {
        return Math.round(100 * walls.get(work).mostDisturbed());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String lower(Work work) {
        return work.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(Work work) {
        return work.name().charAt(0) + lower(work).substring(1);
    }

    /** What stands in a row of the table, by kind of work. */
    private interface Cell {
        String of(Work work);
    }
}
