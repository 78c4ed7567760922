package dev.overlap.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class DefaultWorkersTest {

    static List<ConcurrencyModel> models() {
        return ConcurrencyModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelWithAChoiceOfWorkersSaysWhatHoldsWithoutOne(ConcurrencyModel model) {
        String sentence = model.defaultWorkersText();
        assertThat(sentence.isEmpty()).as(model.id()).isEqualTo(!model.hasWorkers());
        assertThat(sentence).matches("|Left empty, .+\\.");
    }
}
