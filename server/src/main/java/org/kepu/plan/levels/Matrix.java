package org.kepu.plan.levels;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.page.Tone;
import org.kepu.plandoc.Programme;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * Three levels beside each other: each measure of a plan, and for each plan directly below who took it up, with how many
 * of the plans below that one did too.
 *
 * @param columns the plans directly below, in the order of their divisions
 * @param rows the measures, in the order of the plan
 */
public record Matrix(List<Column> columns, List<Row> rows) {

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param below how many plans stand below this one */
    public record Column(PlanId plan, String title, RegionCode region, int below) {}

    public record Row(
            UUID measure,
            Programme.Kind kind,
            int programme,
            String programmeTitle,
            int ordinal,
            String title,
            List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public long taken() {
            return cells.stream().filter(cell -> cell.how() != How.NOT_TAKEN).count();
        }
    }

    /**
     * A measure in a plan below.
     *
     * @param measures how many measures there take it up
     * @param below how many plans further below take up one of those
     * @param proposed whether a person still has to confirm it
     */
    public record Cell(Column column, How how, int measures, int below, boolean proposed, Targets targets) {}

    /** How a measure was taken up below. */
    public enum How {
        SAME(Tone.GOOD),
        CHANGED(Tone.ACTIVE),
        /** By more than one measure. */
        SPLIT(Tone.ACTIVE),
        /** By one that takes up another, too. */
        MERGED(Tone.ACTIVE),
        NOT_TAKEN(Tone.WARN);

        private final Tone tone;

        How(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        public String messageKey() {
            return "levels.how." + name();
        }
    }

    /** What became of the targets of a measure below. */
    public record Targets(int raised, int equal, int lowered, int dropped) {

        static final Targets NONE = new Targets(0, 0, 0, 0);

        public boolean isEmpty() {
            return equals(NONE);
        }
    }

    /** One line of the statement: a measure, and a plan below if there is one. */
    record Line(
            UUID measure,
            Programme.Kind kind,
            int programme,
            String programmeTitle,
            int ordinal,
            String title,
            Optional<Cell> cell) {}

    static Matrix of(List<Line> lines) {
        var byMeasure = lines.stream().collect(groupingBy(Line::measure, LinkedHashMap::new, toList()));
        var rows = byMeasure.values().stream()
                .map(all -> {
                    var one = all.getFirst();
                    return new Row(
                            one.measure(),
                            one.kind(),
                            one.programme(),
                            one.programmeTitle(),
                            one.ordinal(),
                            one.title(),
                            all.stream().flatMap(line -> line.cell().stream()).toList());
                })
                .toList();
        var columns = rows.isEmpty()
                ? List.<Column>of()
                : rows.getFirst().cells().stream().map(Cell::column).toList();
        return new Matrix(columns, rows);
    }

    /** The rows by programme, in the order of the plan. */
    public Map<String, List<Row>> byProgramme() {
        return rows.stream()
                .collect(groupingBy(
                        row -> row.kind() + "-" + row.programme() + "-" + row.programmeTitle(),
                        LinkedHashMap::new,
                        toList()));
    }

    /** The measures that some plan directly below has not taken up. */
    public List<Row> open() {
        return rows.stream().filter(row -> row.taken() < columns.size()).toList();
    }
}
