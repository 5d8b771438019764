package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;
import org.kepu.plandoc.grammar.Grid.Cell;
import org.kepu.plandoc.grammar.Grid.Row;

/**
 * Reads 责任清单 and 任务分工表. A blank cell means the one above it, cell by cell and also over a page break with its repeated
 * head: the programme may go on while the lead changes.
 */
final class ResponsibilityTable {
    private final List<Finding> findings;
    private final List<TaskRow> tasks = new ArrayList<>();
    private @Nullable TableColumns columns;
    private Passage programme = Passage.NOTHING;
    private Cell leadAbove = Cell.BLANK;
    private Assignment above = Assignment.NONE;

    private ResponsibilityTable(List<Finding> findings) {
        this.findings = findings;
    }

    static List<TaskRow> tasks(List<Grid> grids, List<Finding> findings) {
        var table = new ResponsibilityTable(findings);
        grids.forEach(table::read);
        return table.tasks;
    }

    private void read(Grid grid) {
        var rows = grid.rows();
        for (int i = 0; i < rows.size(); i++) {
            var head = TableColumns.of(rows.get(i), rows.subList(i + 1, rows.size()));
            if (head.isPresent()) {
                columns = keepOrTake(head.get());
            } else if (columns != null) {
                read(rows.get(i), columns);
            }
        }
    }

    /** The head of a following page says the same; the longer table above knew the columns better. */
    private TableColumns keepOrTake(TableColumns head) {
        return columns != null && columns.count() == head.count() && columns.lead() == head.lead() ? columns : head;
    }

    private void read(Row row, TableColumns in) {
        var filled = row.cells().stream()
                .map(Cell::text)
                .filter(text -> !text.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return;
        }
        var banner = banner(filled);
        if (banner.isPresent()) {
            programme = Headings.title(banner.get());
            return;
        }
        var named = row.cell(in.programme()).text();
        if (!named.isEmpty()) {
            programme = Headings.title(Headings.of(Para.of(named, false, 0)));
        }
        var title = row.cell(in.title()).text();
        var content = row.cell(in.content()).text();
        var assignment = assignment(row, in);
        if (title.isEmpty() && !tasks.isEmpty()) {
            tasks.getLast().goOn(content, assignment, row.span());
        } else if (!title.isEmpty() || !content.isEmpty()) {
            tasks.add(task(
                    row,
                    in,
                    title.isEmpty() ? content : title,
                    title.isEmpty() ? Passage.NOTHING : content,
                    assignment));
        }
    }

    /** A row that is one merged cell and names a programme. */
    private static Optional<Passage> banner(List<Passage> filled) {
        return filled.size() == 1 && TableColumns.isProgramme(filled.getFirst())
                ? Optional.of(Para.of(filled.getFirst(), false, 0).body())
                : Optional.empty();
    }

    private TaskRow task(Row row, TableColumns in, Passage cell, Passage content, Assignment assignment) {
        var para = Para.of(cell, false, 0);
        int ordinal = para.marker().map(Marker::ordinal).orElse(0);
        var body = withoutDot(para.body());
        var title = ProgrammeText.title(body);
        var rest = body.from(Math.min(body.length(), title.length())).strip("。；：");
        var whole = rest.isEmpty() ? content : Passage.join(List.of(rest, content));
        boolean filledUp = in.lead() >= 0 && row.cell(in.lead()).isBlank() && !leadAbove.isBlank();
        if (filledUp) {
            findings.add(Findings.at(Code.FILLED_FROM_ABOVE, "牵头单位一格为空，按上一行填写", title));
        }
        return new TaskRow(programme, title, ordinal, whole, assignment, filledUp, row.span());
    }

    /** 2加强科普教育阵地建设: a slip that only the table has. */
    private static Passage withoutDot(Passage title) {
        var text = title.folded();
        boolean slip = text.length() > 3
                && Character.isDigit(text.charAt(0))
                && text.charAt(1) > 0x4E00
                && "年月日个项名次".indexOf(text.charAt(1)) < 0;
        return slip ? title.from(1) : title;
    }

    private Assignment assignment(Row row, TableColumns in) {
        var leadCell = row.cell(in.lead());
        boolean ownLead = !leadCell.isBlank();
        if (ownLead) {
            leadAbove = leadCell;
        }
        var leads = in.lead() < 0 ? List.<String>of() : BodyList.of(leadAbove.text(), true);
        var found = new Assignment(leads, List.of());
        boolean anyJoin = false;
        for (int join : in.joins()) {
            var cell = row.cell(join);
            anyJoin |= !cell.isBlank();
            var said = Assignments.read(cell.text(), true);
            found = found.and(said);
        }
        boolean coveredJoin =
                in.joins().stream().anyMatch(join -> row.cell(join).continued());
        if (!anyJoin && (coveredJoin || !ownLead)) {
            found = new Assignment(found.leads().isEmpty() ? above.leads() : found.leads(), above.participants());
        }
        above = found;
        return found;
    }
}
