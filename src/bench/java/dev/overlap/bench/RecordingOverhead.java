package dev.overlap.bench;

import dev.overlap.engine.BenchEventLoop;
import dev.overlap.engine.BenchEventLoop.Throughput;
import dev.overlap.lab.Lab;

import java.util.Locale;

/**
 * What recording costs: requests a second of the engine's async client against HttpClient's own
 * with the same configuration and no hooks, in alternating rounds of one process. Beside it the
 * processor time of both loops' threads, which tells the same on a machine that is busy otherwise.
 * Then what a {@code lock} step costs.
 */
final class RecordingOverhead implements Benchmark {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 40;
    private static final int REQUESTS = 8_000;

    private final double[] bare = new double[ROUNDS];
    private final double[] recorded = new double[ROUNDS];
    private final double[] ratios = new double[ROUNDS];
    private final double[] bareCpu = new double[ROUNDS];
    private final double[] recordedCpu = new double[ROUNDS];

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public void run() throws Exception {
        System.out.printf(
                "%d requests a round on %d connections that stay open, one loop thread, lab in the"
                        + " same process.%n",
                REQUESTS, BenchEventLoop.CONNECTIONS);
        try (Lab lab = Lab.start();
                BenchEventLoop benchEventLoop = new BenchEventLoop(lab.uri().resolve("/delay/0"))) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                // who goes first changes, so that neither gains by its place
                boolean bareFirst = round % 2 == 0;
                Throughput one =
                        bareFirst
                                ? benchEventLoop.bare(REQUESTS)
                                : benchEventLoop.recorded(REQUESTS);
                Throughput two =
                        bareFirst
                                ? benchEventLoop.recorded(REQUESTS)
                                : benchEventLoop.bare(REQUESTS);
                if (round >= 0) {
                    keep(round, bareFirst ? one : two, bareFirst ? two : one);
                }
            }
        }
        summarize();
        LockOverhead.print();
    }

    private void keep(int round, Throughput without, Throughput with) {
        bare[round] = without.perSecond();
        recorded[round] = with.perSecond();
        ratios[round] = with.perSecond() / without.perSecond();
        bareCpu[round] = without.cpuMicros();
        recordedCpu[round] = with.cpuMicros();
        System.out.printf(
                Locale.ROOT,
                "round %2d  bare %7.0f/s  recorded %7.0f/s  ratio %.3f%n",
                round + 1,
                bare[round],
                recorded[round],
                ratios[round]);
    }

    private void summarize() {
        Quantiles ratio = new Quantiles(ratios);
        System.out.printf(
                Locale.ROOT,
                "median: bare %.0f/s, recorded %.0f/s, ratio %.3f (quartiles %.3f to %.3f)%n",
                new Quantiles(bare).at(0.5),
                new Quantiles(recorded).at(0.5),
                ratio.at(0.5),
                ratio.at(0.25),
                ratio.at(0.75));
        double without = new Quantiles(bareCpu).at(0.5);
        double with = new Quantiles(recordedCpu).at(0.5);
        System.out.printf(
                Locale.ROOT,
                "processor time of the loop, a request: bare %.2f us, recorded %.2f us, ratio"
                        + " %.3f%n",
                without,
                with,
                without / with);
    }
}
