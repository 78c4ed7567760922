package dev.overlap.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table =
            new TextTable(TextTable.Side.LEFT, TextTable.Side.RIGHT, TextTable.Side.LEFT);

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        table.row("a", "1", "x").row("long", "1000", "").row("\ud83d\ude00b", "20", "yz");
        assertThat(table.lines())
                .containsExactly("a         1   x", "long   1000", "\ud83d\ude00b       20   yz");
    }

    @Test
    void aRowNeedsACellForEachColumn() {
        assertThatThrownBy(() -> table.row("a")).hasMessage("A row has 3 cells, not 1");
    }
}
