package dev.overlap.chart.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.LogCapture;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

class TraceQuestionTest {

    private static final Trace SHORT = TraceBuilder.of("a").answered(0, 200, 1).finished();
    private static final Trace LONG =
            new Trace(IntStream.range(0, 25_000).mapToObj(n -> "a" + n).toList());

    private static final long LIMIT_NANOS = 60_000_000_000L;

    private record Question(Trace trace, int number) {}

    @RegisterExtension final LogCapture log = new LogCapture();
    private final List<String> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    private String answer(Question question) {
        threads.add(Thread.currentThread().getName());
        if (question.trace == LONG) {
            awaitLeave();
        }
        return "answer " + question.number;
    }

    private void awaitLeave() {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String awaitAnswer(
            TraceQuestion<Question, String> questions, Question question) {
        long limit = System.nanoTime() + LIMIT_NANOS;
        String found = questions.ask(question);
        while (found == null && System.nanoTime() < limit) {
            LockSupport.parkNanos(100_000);
            found = questions.ask(question);
        }
        return found;
    }

    @Test
    void aShortTraceIsReadAtOnceAndOncePerQuestion() {
        TraceQuestion<Question, String> questions =
                new TraceQuestion<>(Question::trace, this::answer);
        assertThat(questions.ask(new Question(SHORT, 1))).isEqualTo("answer 1");
        assertThat(questions.ask(new Question(SHORT, 1))).isEqualTo("answer 1");
        assertThat(questions.ask(new Question(SHORT, 2))).isEqualTo("answer 2");
        assertThat(threads).hasSize(2).containsOnly(Thread.currentThread().getName());
    }

    @Test
    void aLongTraceIsReadElsewhereWhileTheEarlierAnswerStays() {
        TraceQuestion<Question, String> questions =
                new TraceQuestion<>(Question::trace, this::answer);
        questions.ask(new Question(SHORT, 1));
        Question next = new Question(LONG, 2);
        assertThat(questions.askSimilar(next, _ -> true)).isEqualTo("answer 1");
        assertThat(questions.ask(next)).as("only the exact answer will do").isNull();
        mayAnswer.countDown();
        assertThat(awaitAnswer(questions, next)).isEqualTo("answer 2");
        assertThat(threads).hasSize(2).endsWith(TraceCalculator.THREAD);
        assertThat(questions.askSimilar(new Question(LONG, 3), _ -> false))
                .as("an earlier answer that will not do")
                .isNull();
        assertThat(awaitAnswer(questions, new Question(LONG, 3))).isEqualTo("answer 3");
    }

    @Test
    void aQuestionThatFailsHasNoAnswerAndIsNotAskedAgain() {
        TraceQuestion<Question, String> questions =
                new TraceQuestion<>(
                        Question::trace,
                        question -> {
                            threads.add("failed");
                            throw new IllegalStateException("not " + question.number);
                        });
        assertThat(questions.ask(new Question(SHORT, 1))).isNull();
        assertThat(questions.ask(new Question(SHORT, 1))).isNull();
        assertThat(threads).hasSize(1);
        assertThat(log.by(TraceQuestion.class)).hasSize(1);
    }
}
