package dev.overlap.bench;

import java.util.List;

/**
 * A wall of a Python program that does the same work, measured with CPython 3.11, requests and
 * aiohttp: four local URLs of 300, 200, 400 and 250 ms, and four equal computations (the project's
 * page of facts, design/facts.md, "The numbers that the lessons must reproduce").
 *
 * @param program what ran
 * @param seconds its wall
 * @param contender what does the same here
 */
record PythonFigure(String program, Workload work, double seconds, String contender) {

    private static final double WAITING_ONE_AFTER_ANOTHER = 1.17;
    private static final double COMPUTING_ONE_AFTER_ANOTHER = 0.62;

    static final List<PythonFigure> ALL =
            List.of(
                    waiting("one after another", WAITING_ONE_AFTER_ANOTHER, "sequential"),
                    waiting("threading", 0.41, "threads --interpreter-lock"),
                    waiting("multiprocessing.Pool(4)", 0.44, "process-pool"),
                    waiting("asyncio, requests.get inside a coroutine", 1.17, "blocked-loop"),
                    waiting(
                            "asyncio.to_thread(requests.get)",
                            0.41,
                            "loop-offload --interpreter-lock"),
                    waiting("asyncio with aiohttp", 0.47, "event-loop"),
                    computing("one after another", COMPUTING_ONE_AFTER_ANOTHER, "sequential"),
                    computing("4 threads", 0.56, "threads --interpreter-lock"),
                    computing("a pool of 2 processes", 0.31, "process-pool"));

    private static PythonFigure waiting(String program, double seconds, String contender) {
        return new PythonFigure(program, Workload.WAITING, seconds, contender);
    }

    private static PythonFigure computing(String program, double seconds, String contender) {
        return new PythonFigure(program, Workload.COMPUTING, seconds, contender);
    }

    Verdict verdict() {
        return Verdict.of(
                seconds,
                switch (work) {
                    case WAITING -> WAITING_ONE_AFTER_ANOTHER;
                    case COMPUTING -> COMPUTING_ONE_AFTER_ANOTHER;
                    case POLLING -> throw new IllegalStateException("not measured in Python");
                });
    }
}
