package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which column of a responsibility table holds what; -1 where it has no such column.
 *
 * @param joins columns of bodies that take part
 */
record TableColumns(int count, int programme, int title, int content, int lead, List<Integer> joins, int ordinal) {
    TableColumns {
        joins = List.copyOf(joins);
    }

    /** Reads the head; what it leaves open the cells below decide. */
    static Optional<TableColumns> of(Grid.Row head, List<Grid.Row> below) {
        var cells = head.cells().stream().map(Grid.Cell::text).toList();
        if (!ColumnNames.isHead(cells)) {
            return Optional.empty();
        }
        int lead = -1;
        int ordinal = -1;
        var joins = new ArrayList<Integer>();
        var texts = new ArrayList<Integer>();
        for (int i = 0; i < cells.size(); i++) {
            var name = cells.get(i);
            if (ColumnNames.ORDINAL.isName(name)) {
                ordinal = ordinal < 0 ? i : ordinal;
            } else if (ColumnNames.LEAD.isName(name)) {
                lead = lead < 0 ? i : lead;
            } else if (ColumnNames.JOIN.isName(name)) {
                joins.add(i);
            } else if (!ColumnNames.TIME.isName(name) && !name.isEmpty()) {
                texts.add(i);
            }
        }
        int programme = texts.size() == 1 ? -1 : programme(texts, cells, below);
        texts.remove(Integer.valueOf(programme));
        int title = texts.isEmpty() ? -1 : title(texts, cells);
        int content =
                texts.stream().filter(column -> column != title).findFirst().orElse(-1);
        return Optional.of(new TableColumns(cells.size(), programme, title, content, lead, joins, ordinal));
    }

    private static int programme(List<Integer> texts, List<Passage> head, List<Grid.Row> below) {
        int best = -1;
        double most = 0.3;
        for (int column : texts) {
            long filled =
                    below.stream().filter(row -> !row.cell(column).isBlank()).count();
            long named = below.stream()
                    .filter(row -> isProgramme(row.cell(column).text()))
                    .count();
            double share = filled == 0 ? 0 : (double) named / filled;
            if (share > most) {
                most = share;
                best = column;
            }
        }
        return best >= 0 || texts.size() < 3
                ? best
                : texts.stream()
                        .filter(column -> ColumnNames.PROGRAMME.isName(head.get(column)))
                        .findFirst()
                        .orElse(-1);
    }

    static boolean isProgramme(Passage cell) {
        var bare = Para.of(cell, false, 0).body();
        return Headings.isProgrammeName(bare) && Headings.isOnTopic(bare) && bare.length() <= 30;
    }

    private static int title(List<Integer> texts, List<Passage> head) {
        return texts.stream()
                .filter(column -> ColumnNames.TASK.isName(head.get(column)))
                .findFirst()
                .orElse(texts.getFirst());
    }
}
