package dev.overlap.bench;

import dev.overlap.engine.Loops;
import dev.overlap.lab.Lab;

import java.util.Locale;

/**
 * What recording costs: requests a second of the engine's async client against HttpClient's own
 * with the same configuration and no hooks, in alternating rounds of one process.
 */
final class Recording implements Benchmark {

    private static final int WARM_UP = 8;
    private static final int ROUNDS = 40;
    private static final int REQUESTS = 8_000;

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public void run() throws Exception {
        System.out.printf(
                "%d requests a round on %d connections that stay open, one loop thread;"
                        + " requests a second.%n",
                REQUESTS, Loops.CONNECTIONS);
        double[] ratios = new double[ROUNDS];
        double[] bares = new double[ROUNDS];
        double[] recorded = new double[ROUNDS];
        try (Lab lab = Lab.start();
                Loops loops = new Loops(lab.uri().resolve("/delay/0"))) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                // who goes first changes, so that neither gains by its place
                boolean bareFirst = round % 2 == 0;
                double one = bareFirst ? loops.bare(REQUESTS) : loops.recorded(REQUESTS);
                double two = bareFirst ? loops.recorded(REQUESTS) : loops.bare(REQUESTS);
                if (round >= 0) {
                    bares[round] = bareFirst ? one : two;
                    recorded[round] = bareFirst ? two : one;
                    ratios[round] = recorded[round] / bares[round];
                    print(round, bares[round], recorded[round], ratios[round]);
                }
            }
        }
        Quantiles ratio = new Quantiles(ratios);
        System.out.printf(
                Locale.ROOT,
                "median: bare %.0f, recorded %.0f, ratio %.3f (quartiles %.3f to %.3f)%n",
                new Quantiles(bares).at(0.5),
                new Quantiles(recorded).at(0.5),
                ratio.at(0.5),
                ratio.at(0.25),
                ratio.at(0.75));
    }

    private static void print(int round, double bare, double recorded, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "round %2d  bare %7.0f  recorded %7.0f  ratio %.3f%n",
                round + 1,
                bare,
                recorded,
                ratio);
    }
}
