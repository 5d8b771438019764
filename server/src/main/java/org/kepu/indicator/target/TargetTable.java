package org.kepu.indicator.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.Window;
import org.kepu.plandoc.Target.Operator;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of targets. A row without an indicator says that a person found none that expresses the target. */
@Component
class TargetTable {

    private static final String COLUMNS = """
            select id, indicator, region, operator, value, span, lower(period) as first_day, upper(period) - 1 as last_day, aspiration,
                   quote, document, plan, plan_target, position
            from indicator.target
            """;

    private final JdbcClient database;
    private final Clock clock;

    TargetTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Target> in(Collection<RegionCode> regions) {
        return database.sql(COLUMNS + " where indicator is not null and region = any(:regions) order by position, id")
                .param("regions", regions.stream().map(RegionCode::value).toArray(String[]::new))
                .query((row, number) -> target(row))
                .list();
    }

    List<Target> of(PlanId plan) {
        return database.sql(COLUMNS + " where indicator is not null and plan = :plan order by position, id")
                .param("plan", plan.value())
                .query((row, number) -> target(row))
                .list();
    }

    List<Target> of(Collection<UUID> planTargets) {
        return database.sql(
                        COLUMNS + " where indicator is not null and plan_target = any(:targets) order by position, id")
                .param("targets", planTargets.toArray(UUID[]::new))
                .query((row, number) -> target(row))
                .list();
    }

    /** The divisions of which something is asked. */
    List<RegionCode> regions() {
        return database
                .sql("select distinct region from indicator.target where indicator is not null order by region")
                .query(String.class)
                .list()
                .stream()
                .map(RegionCode::new)
                .toList();
    }

    /** What was decided of the targets of a plan, by target of the plan. */
    List<Decided> decided(PlanId plan) {
        return database.sql("select plan_target, indicator from indicator.target where plan = :plan")
                .param("plan", plan.value())
                .query((row, number) ->
                        new Decided(row.getObject("plan_target", UUID.class), row.getString("indicator")))
                .list();
    }

    /** @param indicator null where none expresses the target */
    record Decided(UUID planTarget, @Nullable String indicator) {}

    /** What stands for a target of a plan, kept from change until the end of the transaction. */
    Optional<Decided> hold(UUID planTarget) {
        return database.sql(
                        "select plan_target, indicator from indicator.target where plan_target = :target for update")
                .param("target", planTarget)
                .query((row, number) ->
                        new Decided(row.getObject("plan_target", UUID.class), row.getString("indicator")))
                .optional();
    }

    /** Adds a target; says whether it is new. */
    boolean add(Target target, UUID by) {
        return add(parameters(target, target.indicator()), by);
    }

    /** Adds one that no indicator expresses; says whether it is new. */
    boolean addWithout(Target target, UUID by) {
        return add(parameters(target, null), by);
    }

    private boolean add(Map<String, @Nullable Object> parameters, UUID by) {
        return database.sql("""
                        insert into indicator.target (id, indicator, region, operator, value, span, period, aspiration, quote,
                                                      document, plan, plan_target, position, confirmed_at, confirmed_by)
                        values (:id, :indicator, :region, :operator, :value, :span, daterange(:from, :to, '[]'), :aspiration,
                                :quote, :document, :plan, :planTarget, :position, :now, :by)
                        on conflict do nothing
                        """)
                        .params(parameters)
                        .param("now", now())
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Decides anew. */
    void change(Target target, @Nullable String indicator, UUID by) {
        database.sql("""
                        update indicator.target
                        set indicator = :indicator, operator = :operator, value = :value, span = :span, confirmed_at = :now,
                            confirmed_by = :by
                        where plan_target = :planTarget
                        """)
                .params(parameters(target, indicator))
                .param("now", now())
                .param("by", by)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @SuppressWarnings("NullAway") // a parameter may be null
    private static Map<String, @Nullable Object> parameters(Target target, @Nullable String indicator) {
        var plan = target.plan();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("id", target.id());
        parameters.put("indicator", indicator);
        parameters.put("region", target.region().value());
        parameters.put("operator", target.operator().name());
        parameters.put("value", target.value());
        parameters.put("span", target.span().name());
        parameters.put("from", target.period().from());
        parameters.put("to", target.period().to());
        parameters.put("aspiration", target.aspiration());
        parameters.put("quote", target.quote());
        parameters.put("document", target.document());
        parameters.put("plan", plan == null ? null : plan.value());
        parameters.put("planTarget", target.planTarget());
        parameters.put("position", target.position());
        return parameters;
    }

    private static Target target(ResultSet row) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        return new Target(
                row.getObject("id", UUID.class),
                row.getString("indicator"),
                new RegionCode(row.getString("region")),
                Operator.valueOf(row.getString("operator")),
                row.getBigDecimal("value"),
                Span.valueOf(row.getString("span")),
                new Window(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getBoolean("aspiration"),
                row.getString("quote"),
                row.getString("document"),
                plan == null ? null : new PlanId(plan),
                row.getObject("plan_target", UUID.class),
                row.getInt("position"));
    }
}
