package dev.overlap.plan.repair;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A table in pasted text, as from a spreadsheet or a CSV file (RFC 4180), of which one column holds
 * addresses.
 *
 * @param delimiter between two cells
 * @param cells the number of cells in each row
 * @param column the index of the column with the addresses
 */
record AddressTable(char delimiter, int cells, int column) {

    private static final char[] DELIMITERS = {'\t', ';', ',', '|'};
    private static final int MIN_ROWS = 2;

    /** The line between head and rows of a table in Markdown. */
    private static final Predicate<String> RULE = Pattern.compile("[\\s|:=+-]*").asMatchPredicate();

    private static final Predicate<String> ADDRESS =
            Pattern.compile(RepairDraft.ADDRESS_BEGIN + "\\S*").asMatchPredicate();

    /** Returns the table that lines form, or null if they do not. */
    static @Nullable AddressTable of(List<String> lines) {
        List<String> rows =
                lines.stream().filter(line -> !RULE.test(line) && !line.startsWith("#")).toList();
        for (char delimiter : DELIMITERS) {
            AddressTable table = rows.size() < MIN_ROWS ? null : of(rows, delimiter);
            if (table != null) {
                return table;
            }
        }
        return null;
    }

    private static @Nullable AddressTable of(List<String> rows, char delimiter) {
        List<String> last = cells(rows.getLast(), delimiter);
        List<Integer> columns = columns(last);
        if (last.size() < 2 || columns.size() != 1) {
            return null;
        }
        AddressTable table = new AddressTable(delimiter, last.size(), columns.getFirst());
        boolean isTable = rows.subList(1, rows.size()).stream().allMatch(table::isRow);
        boolean begins = cells(rows.getFirst(), delimiter).size() == last.size();
        boolean isEnough = rows.size() > MIN_ROWS || table.isRow(rows.getFirst());
        return isTable && begins && isEnough ? table : null;
    }

    private static List<Integer> columns(List<String> cells) {
        List<Integer> columns = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            if (isAddress(cells.get(at))) {
                columns.add(at);
            }
        }
        return columns;
    }

    private static boolean isAddress(String cell) {
        return ADDRESS.test(cell) && RepairDraft.isCertain(cell);
    }

    private boolean isRow(String line) {
        List<String> found = cells(line, delimiter);
        return found.size() == cells && columns(found).equals(List.of(column));
    }

    /** Returns the address in a row, the head of the table as a comment, or null for other text. */
    @Nullable RepairDraft draft(String line) {
        List<String> found = cells(line, delimiter);
        if (found.size() != cells) {
            return null;
        }
        return isRow(line)
                ? RepairDraft.of(found.get(column), Repair.Form.COLUMN)
                : RepairDraft.of("# " + line.strip(), Repair.Form.HEADER);
    }

    /** Splits a row; a delimiter in quotation marks is part of its cell. */
    private static List<String> cells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == delimiter && !isQuoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
