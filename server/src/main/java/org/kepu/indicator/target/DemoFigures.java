package org.kepu.indicator.target;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.PersonMark;
import org.kepu.indicator.PersonMarks;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.indicator.Thing;
import org.kepu.indicator.figure.Statement;
import org.kepu.indicator.figure.Statements;
import org.kepu.shared.BodyId;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The 23 targets of the plans of 2021–2025 and a few hundred facts (示例数据) by which each can be counted by hand, see
 * {@code docs/handbook/demo-figures.md}. Loading them again adds nothing.
 */
@Service
@Order(2)
class DemoFigures implements Demo {

    /** The name of the source. */
    static final String SOURCE = "demo";

    private final TargetTable targets;
    private final Statements statements;
    private final Facts facts;
    private final PersonMarks marks;
    private final Bodies bodies;

    DemoFigures(TargetTable targets, Statements statements, Facts facts, PersonMarks marks, Bodies bodies) {
        this.targets = targets;
        this.statements = statements;
        this.facts = facts;
        this.marks = marks;
        this.bodies = bodies;
    }

    @Override
    @Transactional
    public void load(Desk program) {
        load(program.scope(Right.KEEP_INDICATORS));
    }

    @Transactional
    public void load(Scope scope) {
        scope.demands(Right.KEEP_INDICATORS);
        var rows = DemoRows.targets();
        for (int i = 0; i < rows.size(); i++) {
            plant(scope, rows.get(i), rows.get(i).target(i + 1));
        }
        var organisers = organisers(scope);
        record(
                scope,
                DemoRows.facts().stream().map(row -> fact(row, organisers)).toList());
    }

    /** What was told before stays as it was told then, although a later edition of the program may tell it otherwise. */
    private void record(Scope scope, List<Fact> told) {
        var refused = facts.record(scope.actor(), told).stream()
                .filter(answer ->
                        answer instanceof Recorded.Refused(var reason) && reason != Recorded.Reason.TOLD_OTHERWISE)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("demo facts are refused: " + refused);
        }
    }

    /** What others state is stated once, with its target: statements are never changed. */
    private void plant(Scope scope, DemoRows.TargetRow row, Target target) {
        var stated = row.stated();
        if (targets.add(target, scope.actor().account()) && stated != null) {
            stated.forEach(said -> statements.state(
                    scope,
                    new Statement(
                            target.indicator(),
                            target.region(),
                            said.day(),
                            said.value(),
                            said.source(),
                            said.document())));
        }
    }

    private Fact fact(DemoRows.FactRow row, Map<String, BodyId> organisers) {
        var region = new RegionCode(row.region());
        return Fact.of(Source.of(SOURCE, row.id()), row.kind(), row.day(), region, row.title())
                .forAudience(Objects.requireNonNullElse(row.audience(), ""))
                .inRuralArea(row.rural())
                .with(new Amounts(Objects.requireNonNullElse(row.events(), 1), row.attendances(), 0, 0, row.quantity()))
                .by(row.organisedBy().stream()
                        .flatMap(name -> Optional.ofNullable(organisers.get(name)).stream())
                        .toList())
                .of(persons(row))
                .about(thing(row));
    }

    /** The bodies of the topmost divisions by name, as the demo plans have brought them along. */
    private Map<String, BodyId> organisers(Scope scope) {
        return scope.regions().stream()
                .flatMap(region -> bodies.in(region).stream())
                .collect(Collectors.toMap(Body::name, Body::id, (one, other) -> one));
    }

    private static @Nullable Thing thing(DemoRows.FactRow row) {
        var thing = row.thing();
        return thing == null
                ? null
                : new Thing(
                        thing.kind(),
                        thing.code(),
                        thing.name(),
                        new RegionCode(Objects.requireNonNullElse(row.at(), row.region())));
    }

    /** People who do not exist, by number: {@code 901-1980}. */
    private Set<PersonMark> persons(DemoRows.FactRow row) {
        if (row.persons() == null) {
            return Set.of();
        }
        var ends = row.persons().split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .mapToObj(number -> marks.of("示例人员 " + number))
                .collect(Collectors.toSet());
    }
}
