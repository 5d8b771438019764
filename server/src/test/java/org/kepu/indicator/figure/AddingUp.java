package org.kepu.indicator.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.kepu.indicator.Facts;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.Terms;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts on a clean ground, added up as figures add them up. */
@OnPostgres
abstract class AddingUp {

    @Autowired
    ApplicationContext context;

    @Autowired
    Facts facts;

    @Autowired
    Sums sums;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Terms terms;

    @Autowired
    Rolling rolling;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
    }

    /** The sums by division and key; where nothing counts there is none. */
    Map<String, Map<String, Totals>> added(
            RegionCode root,
            List<RegionCode> at,
            Window window,
            Selection selection,
            Breakdown by,
            @Nullable LocalDate on) {
        var answer = added(new Extent(List.of(root), codes(at), window), List.of(selection), by, on)
                .getFirst();
        answer.values().forEach(parts -> parts.values().removeIf(Totals.NOTHING::equals));
        answer.values().removeIf(Map::isEmpty);
        return answer;
    }

    List<Map<String, Map<String, Totals>>> added(
            Extent extent, List<Selection> selections, Breakdown by, @Nullable LocalDate on) {
        var chosen = selections.stream()
                .map(selection -> Chosen.of(selection, terms))
                .toList();
        return snapshots.read(on, tree -> sums.add(tree, new Sums.Question(extent, chosen, by)));
    }

    static List<String> codes(List<RegionCode> regions) {
        return regions.stream().map(RegionCode::value).toList();
    }

    Totals lectures(RegionCode region, Window window, @Nullable LocalDate on) {
        return added(region, List.of(region), window, Selection.of("LECTURE"), Breakdown.NONE, on)
                .getOrDefault(region.value(), Map.of())
                .getOrDefault("", Totals.NOTHING);
    }
}
