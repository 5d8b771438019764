package org.kepu.order.desk;

import java.util.List;
import org.kepu.region.Region;

/** What nobody served, place by place and subject by subject: a map as a table, darker where more is open. */
public record UnmetView(Region region, List<Region> regions, int year, List<String> subjects, List<Row> rows) {

    /** Steps of the shade. */
    static final int DARKEST = 4;

    /** @param below whether it can be opened */
    public record Row(String code, String place, boolean below, List<Cell> cells) {

        public int open() {
            return cells.stream().mapToInt(Cell::open).sum();
        }

        public int all() {
            return cells.stream().mapToInt(Cell::all).sum();
        }
    }

    /**
     * @param open unmet, or waiting beyond the promised day
     * @param all that were asked
     */
    public record Cell(int open, int all) {

        static final Cell NONE = new Cell(0, 0);

        /** 0 where nothing is open, otherwise one more for each quarter of what was asked. */
        public int shade() {
            return open == 0 ? 0 : Math.clamp((long) Math.ceil((double) DARKEST * open / all), 1, DARKEST);
        }
    }
}
