package dev.overlap.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SiteRowModelTest {

    private final SiteRowModel rows = new SiteRowModel();
    private final SiteList first = SiteList.parse("a.example\nb.example\nc.example\nd.example\n");
    private final List<String> changes = new ArrayList<>();

    @Test
    void onlyTheEditedLineIsReportedToTheView() {
        watch();
        rows.show(first.with(2, SiteLine.parse("x.example")));

        assertThat(changes).containsExactly("2..3");
        assertThat(texts()).containsExactly("a.example", "b.example", "x.example", "d.example");
    }

    @Test
    void addedAndRemovedLinesLeaveTheirNeighboursAlone() {
        watch();
        SiteList longer = first.plus(1, List.of(SiteLine.parse("x.example")));
        rows.show(longer);
        rows.show(longer.without(3));

        assertThat(changes).containsExactly("1..2", "3..3");
        assertThat(texts()).containsExactly("a.example", "x.example", "b.example", "d.example");
    }

    @Test
    void equalLinesAreDistinguished() {
        SiteList same = SiteList.parse("a.example\na.example\na.example\n");
        rows.show(same);
        rows.show(same.without(1));
        rows.show(SiteList.EMPTY);
        rows.show(same);

        assertThat(rows.rows()).isEqualTo(same.lines());
    }

    private void watch() {
        rows.show(first);
        rows.rows()
                .addListener(
                        (ListChangeListener<SiteLine>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(change.getFrom() + ".." + change.getTo());
                                    }
                                });
    }

    private List<String> texts() {
        return rows.rows().stream().map(SiteLine::text).toList();
    }
}
