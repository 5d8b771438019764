package org.kepu.breakin;

import static java.util.Comparator.comparing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kepu.plan.review.GivenPlans;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One of each thing that the program knows, in a banner of 锡林郭勒盟, so that there is something to be reached for. Whoever
 * adds a page with a variable in its address says here what the variable stands for.
 */
final class Planted {

    /** 苏尼特右旗, below 锡林郭勒盟. */
    static final String OURS = "152524";

    /** 包头市, which nothing of ours belongs to. */
    static final String NEIGHBOUR = "150200";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("/plans/{id}", "select id from plan.plan"),
            Map.entry("/desk/plans/{id}", "select id from plan.plan"),
            Map.entry("/desk/plans/{id}/review", "select id from plan.draft where confirmed_at is null"),
            Map.entry("/desk/plans/{id}/review/parts/{part}", "select 'head'"),
            Map.entry("/desk/plans/{id}/review/acts/{act}", "select 'add-action'"),
            Map.entry("/desk/measures/{id}", "select measure_id from ledger.task order by position, id limit 1"),
            Map.entry("/desk/measures/{id}/tasks/{task}", "select id from ledger.task order by position, id limit 1"),
            Map.entry("/desk/measures/{id}/tasks/{task}/{step}", "select 'TAKE_UP'"),
            Map.entry("/desk/regions/{code}", "select '" + OURS + "'"),
            Map.entry("/desk/regions/import/{id}", "select id from region.upload limit 1"),
            Map.entry("/desk/bodies/{id}", "select id from body.body order by name limit 1"),
            Map.entry("/desk/bodies/groups/{code}", "select '" + OURS + "'"),
            Map.entry("/desk/bodies/groups/{code}/members/{body}", "select body from body.membership limit 1"));

    private final JdbcClient database;
    private final Map<String, Optional<String>> found = new HashMap<>();

    Planted(ApplicationContext context) {
        var given = GivenPlans.onCleanGround(context);
        database = given.database();
        given.demoInForce(GivenPlans.BANNER_PLAN, 2026);
        given.uploaded(GivenPlans.planOf("办好讲座。（牵头单位：旗科协；责任单位：旗教育局）"));
    }

    /** The address with each variable filled; empty where nobody has said what one stands for. */
    Optional<String> path(Target target) {
        var path = target.pattern();
        for (var variable : target.variables()) {
            var value = value(target.pattern(), variable);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            path = path.replaceFirst("\\{" + variable + "[^}]*}", value.get());
        }
        return Optional.of(path);
    }

    /** The longest beginning of the address decides. */
    private Optional<String> value(String pattern, String variable) {
        return VALUES.keySet().stream()
                .filter(known -> pattern.startsWith(known) && known.contains("{" + variable + "}"))
                .max(comparing(String::length))
                .flatMap(known -> found.computeIfAbsent(
                        known,
                        key -> database.sql(VALUES.get(key)).query(String.class).optional()));
    }
}
