package org.kepu.plan.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Resolution;
import org.kepu.plan.PlanStructure.Role;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Enters a confirmed structure into the tables of plans in force. */
@Repository
class PlanRegister {

    private final JdbcTemplate database;
    private final Clock clock;

    PlanRegister(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void enter(Draft draft, Map<String, Resolution> meanings, Actor by) {
        var plan = draft.structure();
        database.update(
                """
                insert into plan.plan (id, region_code, title, document_number, issuer, signed_on, period_from, period_to,
                                       basis, state, confirmed_at, confirmed_by, confirmed_by_account)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'IN_FORCE', ?, ?, ?)
                """,
                draft.id().value(),
                draft.region() == null ? null : draft.region().value(),
                plan.title(),
                plan.documentNumber(),
                plan.issuer(),
                plan.signedOn() == null ? null : Date.valueOf(plan.signedOn()),
                plan.periodFrom(),
                plan.periodTo(),
                plan.basis().toArray(String[]::new),
                Timestamp.from(clock.instant()),
                by.name(),
                by.account());
        var rows = new Rows(draft.id(), meanings);
        rows.collect(plan);
        rows.write(database);
    }

    /** The rows of one plan, gathered so that each table is written in one batch. */
    private static final class Rows {
        private final UUID plan;
        private final Map<String, Resolution> meanings;
        private final List<Object[]> programmes = new ArrayList<>();
        private final List<Object[]> measures = new ArrayList<>();
        private final List<Object[]> assignments = new ArrayList<>();
        private final List<Object[]> targets = new ArrayList<>();
        private final List<Object[]> phases = new ArrayList<>();
        private final List<Object[]> organisation = new ArrayList<>();
        private final List<Object[]> findings = new ArrayList<>();

        Rows(PlanId plan, Map<String, Resolution> meanings) {
            this.plan = plan.value();
            this.meanings = meanings;
        }

        void collect(ParsedPlan parsed) {
            collectTargets(null, parsed.goals());
            parsed.programmes().forEach(this::collect);
            parsed.phases().forEach(p -> phases.add(new Object[] {plan, phases.size(), p.title(), p.from(), p.to()}));
            parsed.organisation()
                    .forEach(p -> organisation.add(new Object[] {plan, organisation.size(), p.title(), p.text()}));
            parsed.findings()
                    .forEach(f -> findings.add(
                            new Object[] {plan, findings.size(), f.code().name(), f.message(), f.quote()}));
        }

        private void collect(Programme programme) {
            var id = UUID.randomUUID();
            programmes.add(new Object[] {id, plan, programme.kind().name(), programme.ordinal(), programme.title()});
            programme.measures().forEach(measure -> collect(id, measure));
        }

        private void collect(UUID programme, Measure measure) {
            var id = UUID.randomUUID();
            measures.add(new Object[] {
                id,
                plan,
                programme,
                measure.ordinal(),
                measure.title(),
                measure.text(),
                measure.assignedBy().name(),
                measure.at().stream().map(Span::from).toArray(Integer[]::new),
                measure.at().stream().map(Span::to).toArray(Integer[]::new)
            });
            collectTargets(id, measure.targets());
            var roles = new LinkedHashMap<String, Role>();
            measure.leads().forEach(name -> roles.putIfAbsent(name, Role.LEAD));
            measure.participants().forEach(name -> roles.putIfAbsent(name, Role.PARTICIPANT));
            roles.forEach((name, role) -> assignments.add(assignment(id, name, role)));
        }

        private Object[] assignment(UUID measure, String written, Role role) {
            var meaning = meanings.get(written);
            var body = meaning instanceof Resolution.Decided(var decided)
                    ? decided.id().value()
                    : null;
            var group = meaning instanceof Resolution.Group(var known) ? known.name() : null;
            return new Object[] {measure, role.name(), assignments.size(), written, body, group};
        }

        private void collectTargets(@Nullable UUID measure, List<Target> stated) {
            for (var target : stated) {
                targets.add(new Object[] {
                    UUID.randomUUID(),
                    plan,
                    measure,
                    targets.size(),
                    target.quote(),
                    target.operator().name(),
                    target.value(),
                    target.unit(),
                    target.window().name(),
                    target.at().from(),
                    target.at().to()
                });
            }
        }

        void write(JdbcTemplate database) {
            database.batchUpdate(
                    "insert into plan.programme (id, plan_id, kind, ordinal, title) values (?, ?, ?, ?, ?)",
                    programmes);
            database.batchUpdate("""
                    insert into plan.measure (id, plan_id, programme_id, ordinal, title, text, assigned_by, at_from, at_to)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, measures);
            database.batchUpdate("""
                    insert into plan.assignment (measure_id, role, position, written, body_id, body_group)
                    values (?, ?, ?, ?, ?, ?)
                    """, assignments);
            database.batchUpdate("""
                    insert into plan.target (id, plan_id, measure_id, position, quote, operator, value, unit, time_window,
                                             at_from, at_to)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, targets);
            database.batchUpdate(
                    "insert into plan.phase (plan_id, position, title, year_from, year_to) values (?, ?, ?, ?, ?)",
                    phases);
            database.batchUpdate(
                    "insert into plan.organisation_point (plan_id, position, title, text) values (?, ?, ?, ?)",
                    organisation);
            database.batchUpdate(
                    "insert into plan.finding (plan_id, position, code, message, quote) values (?, ?, ?, ?, ?)",
                    findings);
        }
    }
}
