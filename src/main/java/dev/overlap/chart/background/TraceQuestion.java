package dev.overlap.chart.background;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers questions whose cost grows with the trace that they are about, so that no frame waits for
 * an answer: about a short trace at once, about a long one on a thread of its own. Ask again in
 * every frame: one question at a time is being answered, and then the one that is asked next. An
 * answer that was expensive is followed by a pause, since a live run needs the processors more.
 *
 * <p>Threads: JavaFX thread only, except for the search for an answer, which only reads the trace.
 *
 * @param <Q> a question; equal ones have the same answer
 * @param <A> an answer
 */
public final class TraceQuestion<Q, A> {

    private static final Logger LOG = LoggerFactory.getLogger(TraceQuestion.class);

    /** The pause after an answer, in multiples of what it cost. */
    private static final long COST_FACTOR = 2;

    /** A question with its answer; null if none could be found, because of a fault. */
    private record Answered<Q, A>(Q question, @Nullable A answer, long costNanos) {}

    private final Function<Q, Trace> subject;
    private final Function<Q, A> answer;
    private @Nullable CompletableFuture<Answered<Q, A>> running;
    private @Nullable Answered<Q, A> latest;
    private long next = System.nanoTime();

    /**
     * @param subject the trace that a question is about
     * @param answer called on either thread
     */
    public TraceQuestion(Function<Q, Trace> subject, Function<Q, A> answer) {
        this.subject = subject;
        this.answer = answer;
    }

    /** Returns the answer to a question, or null as long as it is not known. */
    public @Nullable A ask(Q question) {
        return askSimilar(question, question::equals);
    }

    /**
     * Returns the latest answer, or null if it answers a question that will not do.
     *
     * @param willDo whether an earlier question is similar enough for its answer to be shown
     *     meanwhile
     */
    public @Nullable A askSimilar(Q question, Predicate<Q> willDo) {
        collect();
        Answered<Q, A> known = latest;
        if (running == null && (known == null || !known.question.equals(question))) {
            start(question);
            known = latest;
        }
        return known == null || !willDo.test(known.question) ? null : known.answer;
    }

    private void collect() {
        CompletableFuture<Answered<Q, A>> done = running;
        if (done != null && done.isDone()) {
            running = null;
            latest = done.join();
            next = System.nanoTime() + latest.costNanos * COST_FACTOR;
        }
    }

    private void start(Q question) {
        if (TraceCalculator.isShort(subject.apply(question))) {
            latest = find(question);
        } else if (System.nanoTime() - next >= 0) {
            running =
                    CompletableFuture.supplyAsync(() -> find(question), TraceCalculator.BACKGROUND);
        }
    }

    private Answered<Q, A> find(Q question) {
        long begin = System.nanoTime();
        try {
            A found = answer.apply(question);
            return new Answered<>(question, found, System.nanoTime() - begin);
        } catch (RuntimeException e) {
            LOG.error("A question about a run could not be answered.", e);
            return new Answered<>(question, null, System.nanoTime() - begin);
        }
    }
}
