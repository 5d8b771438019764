package org.kepu.ledger.supervision.yearly;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.ledger.round.Today;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks an office in the last quarter to state those of the three yearly facts of its own government that it has not. */
@Component
class YearlyFactTodos implements TodoSource {

    private final Regions regions;
    private final JdbcClient database;
    private final Clock clock;

    YearlyFactTodos(Regions regions, JdbcClient database, Clock clock) {
        this.regions = regions;
        this.database = database;
        this.clock = clock;
    }

    private record Lacking(String code, int lacking) {}

    @Override
    public List<Todo> todosFor(Desk desk) {
        var scope = desk.scope(Right.RUN_LEDGER);
        var today = Today.by(clock);
        if (scope.regions().isEmpty() || today.getMonthValue() < Month.OCTOBER.getValue()) {
            return List.of();
        }
        var names = regions.all(scope.regions());
        return database
                .sql("""
                        select wanted.code, :kinds - count(distinct kind) as lacking
                        from unnest(:scopeRegions) as wanted (code)
                             left join ledger.yearly_fact fact on fact.region_code = wanted.code and fact.year = :year
                        group by wanted.code having count(distinct kind) < :kinds
                        order by wanted.code
                        """)
                .param("kinds", Kind.values().length)
                .param("year", today.getYear())
                .params(scope.parameters())
                .query(Lacking.class)
                .list()
                .stream()
                .map(one -> Todo.open(
                                Sentence.of(
                                        "supervision.yearly.todo",
                                        names.values().stream()
                                                .filter(region ->
                                                        region.code().value().equals(one.code()))
                                                .map(Region::name)
                                                .findFirst()
                                                .orElse(one.code()),
                                        String.valueOf(today.getYear()),
                                        one.lacking()),
                                "supervision.yearly.todo.act",
                                "/desk/supervision/yearly-facts?region=" + one.code())
                        .by(LocalDate.of(today.getYear(), Month.DECEMBER, 31)))
                .toList();
    }
}
