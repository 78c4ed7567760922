package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.repair.LineAdvice;
import dev.overlap.plan.repair.LineAdvisor;
import dev.overlap.text.sites.EditText;
import dev.overlap.text.sites.RepairText;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;

import java.util.ArrayList;
import java.util.List;

/** The menu of the selected lines, by a right click or the menu key. */
final class SiteContextMenu {

    private final ListView<SiteLine> view;
    private final SiteSelectionActions actions;
    private final SiteEdits edits;
    private final LineAdvisor advisor;

    private SiteContextMenu(
            ListView<SiteLine> view,
            SiteSelectionActions actions,
            SiteEdits edits,
            LineAdvisor advisor) {
        this.view = view;
        this.actions = actions;
        this.edits = edits;
        this.advisor = advisor;
    }

    static void install(
            ListView<SiteLine> view,
            SiteSelectionActions actions,
            SiteEdits edits,
            LineAdvisor advisor) {
        SiteContextMenu source = new SiteContextMenu(view, actions, edits, advisor);
        ContextMenu menu = new ContextMenu();
        menu.setId("site-menu");
        view.setContextMenu(menu);
        view.addEventFilter( // before the list shows the menu
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event -> {
                    menu.getItems().setAll(source.items());
                    if (event.getTarget() instanceof TextInputControl) {
                        menu.getItems().clear(); // a field has a menu of its own
                    }
                });
    }

    private List<MenuItem> items() {
        List<Integer> rows = actions.rows().stream().sorted().toList();
        List<MenuItem> items = new ArrayList<>();
        if (rows.isEmpty()) {
            return items;
        }
        if (rows.size() == 1) {
            addRepair(items, rows.getFirst());
            items.add(item("line-edit", EditText.EDIT_LINE + " (F2)", actions::edit));
        }
        boolean hasSite = rows.stream().anyMatch(row -> line(row).ownEntry() != null);
        MenuItem toggle = item("line-switch", EditText.SWITCH + " (Space)", actions::toggle);
        toggle.setDisable(!hasSite);
        items.add(toggle);
        if (rows.size() == 1) {
            MenuItem count = item("line-count", EditText.REPEAT, actions::repeat);
            count.setDisable(line(rows.getFirst()).entry() == null);
            items.add(count);
        }
        items.add(item("line-duplicate", EditText.DUPLICATE + " (Ctrl+D)", actions::duplicate));
        items.add(item("line-copy", EditText.COPY + " (Ctrl+C)", actions::copy));
        items.add(item("line-up", EditText.MOVE_UP + " (Alt+Up)", () -> actions.move(-1)));
        items.add(item("line-down", EditText.MOVE_DOWN + " (Alt+Down)", () -> actions.move(1)));
        items.add(new SeparatorMenuItem());
        items.add(item("line-remove", EditText.REMOVE + " (Delete)", actions::remove));
        return items;
    }

    private SiteLine line(int row) {
        return view.getItems().get(row);
    }

    private void addRepair(List<MenuItem> items, int row) {
        LineAdvice lineAdvice = advisor.advice(line(row));
        if (lineAdvice == null || lineAdvice.repair() == null) {
            return;
        }
        String name =
                RepairText.sentence(lineAdvice) + " " + RepairText.button(lineAdvice.repair());
        items.add(item("line-mend", name, () -> edits.mend(row, lineAdvice.mended())));
        items.add(new SeparatorMenuItem());
    }

    private static MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
