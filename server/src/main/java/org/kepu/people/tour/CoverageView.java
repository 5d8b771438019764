package org.kepu.people.tour;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;

/**
 * Coverage as the desk shows it.
 *
 * @param region whose banners they are
 * @param regions to choose from
 * @param leagues directly below the region; empty from a league down
 * @param visits in all of the region, also where no banner is told
 */
public record CoverageView(
        Programme programme,
        CoverageWindow window,
        List<CoverageWindow> windows,
        Region region,
        List<Region> regions,
        List<Region> leagues,
        List<Coverage.Row> rows,
        int visits) {

    private static final int DARKEST = 4;

    /**
     * One of the leagues on the map.
     *
     * @param visited how many of {@code all} banners were visited
     * @param heat 0 where none is, otherwise one more for each quarter
     */
    public record Tile(Region place, int visited, int all, int heat) {}

    /** The banners of one league. */
    public record Group(Region league, List<Coverage.Row> rows) {}

    public long count(Coverage.State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    public List<Tile> tiles() {
        var below = byLeague(rows);
        return leagues.stream()
                .map(league -> tile(league, below.getOrDefault(league.code(), List.of())))
                .toList();
    }

    private static Tile tile(Region place, List<Coverage.Row> rows) {
        int visited = (int) rows.stream()
                .filter(row -> row.state() == Coverage.State.VISITED)
                .count();
        return new Tile(place, visited, rows.size(), rows.isEmpty() ? 0 : Math.ceilDiv(DARKEST * visited, rows.size()));
    }

    /** Those that are neither visited nor planned, league by league; leagues without such are not there. */
    public List<Group> neither() {
        var open = rows.stream()
                .filter(row -> row.state() == Coverage.State.NEITHER)
                .toList();
        return groups(open);
    }

    /** All banners, league by league. */
    public List<Group> groups() {
        return groups(rows);
    }

    private List<Group> groups(List<Coverage.Row> of) {
        if (leagues.isEmpty()) {
            return of.isEmpty() ? List.of() : List.of(new Group(region, of));
        }
        var below = byLeague(of);
        return leagues.stream()
                .flatMap(league ->
                        Optional.ofNullable(below.get(league.code())).map(rowsOf -> new Group(league, rowsOf)).stream())
                .toList();
    }

    private static Map<RegionCode, List<Coverage.Row>> byLeague(List<Coverage.Row> of) {
        return of.stream().collect(groupingBy(row -> parent(row.banner())));
    }

    private static RegionCode parent(Region banner) {
        return Objects.requireNonNullElse(banner.parent(), banner.code());
    }

    /** The same of another division. */
    public String at(RegionCode code) {
        return "/desk/tours/coverage" + query(code);
    }

    /** The same as a table. */
    public String csv() {
        return "/desk/tours/coverage.csv" + query(region.code());
    }

    private String query(RegionCode code) {
        return "?programme=" + programme + "&window=" + window.key() + "&region=" + code;
    }

    /** The figure of the indicator: of banners or of visits, as the programme says. */
    public String figure() {
        return "/desk/indicators/" + programme.indicator() + "?region=" + region.code() + "&window=" + window.key();
    }

    /** The facts of a banner. */
    public String facts(RegionCode banner) {
        return "/desk/indicators/" + programme.indicator() + "/facts?region=" + banner + "&window=" + window.key();
    }
}
