package org.kepu.order.desk;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import org.kepu.region.Region;

/** What nobody served, place by place and subject by subject, as a map and as a table; darker where more is open. */
public record UnmetView(
        Region region, List<Region> regions, int year, List<Tile> tiles, List<String> subjects, List<Row> rows) {

    /** Steps of the shade. */
    static final int DARKEST = 4;

    /**
     * One of the divisions below, on the map.
     *
     * @param open orders that are open there
     * @param heat 0 where none is, otherwise one more for each quarter of the place with the most
     */
    public record Tile(Region place, int open, int heat) {

        static List<Tile> of(List<Region> below, List<Row> rows) {
            var open = rows.stream().collect(toMap(Row::code, Row::open));
            int most = rows.stream().mapToInt(Row::open).max().orElse(0);
            return below.stream()
                    .map(place -> {
                        int here = open.getOrDefault(place.code().value(), 0);
                        return new Tile(place, here, new Cell(here, most).shade());
                    })
                    .toList();
        }
    }

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
