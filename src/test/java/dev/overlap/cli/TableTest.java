package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table = new Table(Table.Side.LEFT, Table.Side.RIGHT, Table.Side.LEFT);

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        table.row("a", "1", "x").row("long", "1000", "").row("\ud83d\ude00b", "20", "yz");
        assertThat(table.lines())
                .containsExactly("a         1   x", "long   1000", "\ud83d\ude00b       20   yz");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> table.row("a")).hasMessage("A row has 3 cells, not 1");
    }
}
