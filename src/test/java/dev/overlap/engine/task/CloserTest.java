package dev.overlap.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class CloserTest {

    private final List<String> ended = new ArrayList<>();

    private void end(String name, Throwable fault) {
        ended.add(name);
        CloserTest.<RuntimeException>toss(fault);
    }

    @SuppressWarnings("unchecked") // as a library may do
    private static <E extends Throwable> void toss(Throwable fault) throws E {
        throw (E) fault;
    }

    @Test
    void everyStepRunsInOrderWhateverTheOthersThrow() {
        Error first = new StackOverflowError("first");
        IOException second = new IOException("second");
        IllegalStateException third = new IllegalStateException("third");
        Closer closer =
                new Closer()
                        .run(() -> ended.add("before"))
                        .run(() -> end("a", first))
                        .forEach(List.of(second, third), each -> end(each.getMessage(), each))
                        .run(() -> ended.add("after"));

        assertThat(ended).containsExactly("before", "a", "second", "third", "after");
        assertThat(closer.fault()).isSameAs(first);
        assertThat(first.getSuppressed()).containsExactly(second, third);
        assertThatThrownBy(closer::rethrow).isSameAs(first);
    }

    @Test
    void nothingIsThrownWhereNothingWas() {
        Closer closer =
                new Closer().run(() -> ended.add("a")).forEach(List.<String>of(), ended::add);

        assertThat(closer.fault()).isNull();
        assertThatCode(closer::rethrow).doesNotThrowAnyException();
    }

    @Test
    void aCheckedFaultIsTheCauseOfAnUncheckedOne() {
        IOException checked = new IOException("the disk is full");

        assertThatThrownBy(new Closer().run(() -> end("a", checked))::rethrow)
                .isInstanceOf(IllegalStateException.class)
                .hasCause(checked);
    }

    @Test
    void theSameFaultTwiceIsOne() {
        IllegalStateException same = new IllegalStateException("the one and only");
        Closer closer = new Closer().forEach(List.of("a", "b", "c"), each -> end(each, same));

        assertThat(ended).containsExactly("a", "b", "c");
        assertThat(closer.fault()).isSameAs(same);
        assertThat(same.getSuppressed()).isEmpty();
    }

    @Test
    void anInterruptIsKeptForWhoeverWaitsNext() {
        Closer closer =
                new Closer()
                        .run(() -> end("a", new InterruptedException()))
                        .run(() -> ended.add("b"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).containsExactly("a", "b");
        assertThat(closer.fault()).isInstanceOf(InterruptedException.class);
    }
}
