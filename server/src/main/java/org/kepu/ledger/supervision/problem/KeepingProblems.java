package org.kepu.ledger.supervision.problem;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.ledger.supervision.SupervisionHistory;
import org.kepu.page.NotFound;
import org.kepu.page.Typed;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Problems are entered by an office, mended by a body and closed by the office; each step by one conditional update. */
@Service
class KeepingProblems {

    private final ProblemList problems;
    private final SupervisionHistory history;
    private final Regions regions;
    private final Bodies bodies;
    private final JdbcClient database;

    KeepingProblems(
            ProblemList problems, SupervisionHistory history, Regions regions, Bodies bodies, JdbcClient database) {
        this.problems = problems;
        this.history = history;
        this.regions = regions;
        this.bodies = bodies;
        this.database = database;
    }

    /** What came of it. */
    enum Outcome {
        DONE,
        /** It was there. */
        ALREADY,
        /** Somebody else has moved it on meanwhile. */
        OVERTAKEN,
        /** What should have been said was not, or was too long. */
        WITHOUT_WORDS
    }

    /** Where a problem begins that is entered from a task or a sheet. */
    record Beginning(UUID body, String origin, Optional<UUID> measure, RegionCode region) {}

    /** The divisions whose office one is. */
    List<Region> offices(Scope scope) {
        scope.demands(Right.RUN_LEDGER);
        return regions.all(scope.regions()).values().stream()
                .sorted(java.util.Comparator.comparing(Region::code))
                .toList();
    }

    /** The bodies that can be asked in a division within reach. */
    List<Body> bodies(Scope scope, RegionCode region) {
        scope.demands(Right.RUN_LEDGER);
        return regions.reaches(scope, region) ? bodies.in(region) : List.of();
    }

    /** A sheet within reach in which a problem was found. */
    Optional<Beginning> ofSheet(Scope scope, UUID sheet) {
        scope.demands(Right.RUN_LEDGER);
        return database.sql("""
                        select body_id, round.name, sheet.region_code
                        from ledger.sheet join ledger.asking on asking.id = asking_id join ledger.round on round.id = round_id
                        where sheet.id = :sheet and sheet.region_code in (select region.reach(:scopeRegions, :scopeDay))
                        """)
                .param("sheet", sheet)
                .params(scope.parameters())
                .query((row, number) -> new Beginning(
                        row.getObject("body_id", UUID.class),
                        row.getString("name"),
                        Optional.empty(),
                        new RegionCode(row.getString("region_code"))))
                .optional();
    }

    /**
     * Enters a problem; entered before in the same words, it is there.
     *
     * @param form a checked one
     * @throws NotFound if the division, the body or the sheet is not within reach
     */
    @Transactional
    public Outcome enter(Scope scope, ProblemForm form) {
        scope.demands(Right.RUN_LEDGER);
        var region = RegionCode.read(requireNonNull(form.region()))
                .filter(code -> regions.reaches(scope, code))
                .orElseThrow(NotFound::new);
        var body = bodies.find(new BodyId(requireNonNull(form.body())))
                .filter(found -> found.region().equals(region))
                .orElseThrow(NotFound::new);
        var sheet = form.sheet();
        if (sheet != null && ofSheet(scope, sheet).isEmpty()) {
            throw new NotFound();
        }
        var id = new ProblemId(requireNonNull(form.id()));
        int entered = database.sql("""
                        insert into ledger.problem (id, region_code, source, origin, sheet_id, measure_id, found_on, what, cause, remedy,
                                                    body_id, written, due_on, state)
                        values (:id, :region, :source, :origin, :sheet::uuid, :measure::uuid, :found, :what, :cause, :remedy,
                                :body, :written, :due, 'OPEN')
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("region", region.value())
                .param("source", requireNonNull(form.source()).name())
                .param("origin", form.origin())
                .param("sheet", sheet)
                .param("measure", form.measure())
                .param("found", form.foundOn())
                .param("what", form.what())
                .param("cause", form.cause())
                .param("remedy", form.remedy())
                .param("body", body.id().value())
                .param("written", body.name())
                .param("due", form.dueOn())
                .update();
        if (entered == 0) {
            return Outcome.ALREADY;
        }
        var thing = new SupervisionHistory.Thing(
                "problem",
                id.value(),
                region,
                form.what().substring(0, Math.min(form.what().length(), 60)));
        history.record(
                scope.actor(),
                thing,
                SupervisionHistory.act("supervision.problem.act.ENTER", thing)
                        .changed("supervision.problem.due", null, form.dueOn()),
                "");
        return Outcome.DONE;
    }

    /** The body says what it has done. */
    @Transactional
    public Outcome mend(Scope scope, ProblemId id, int version, String words) {
        scope.demands(Right.DO_TASKS);
        var problem = problems.mendable(scope, id).orElseThrow(NotFound::new);
        var done = Typed.clean(words);
        if (done.length() < 2 || done.length() > Problem.LONGEST_DONE) {
            return Outcome.WITHOUT_WORDS;
        }
        return move(scope, problem, ProblemAct.MEND, version, done, done);
    }

    /**
     * The office sends it back, closes or withdraws it.
     *
     * @param version that of the problem as it was read
     */
    @Transactional
    public Outcome judge(Scope scope, ProblemId id, ProblemAct act, int version, String words) {
        scope.demands(Right.RUN_LEDGER);
        var problem = problems.judgeable(scope, id).orElseThrow(NotFound::new);
        if (act == ProblemAct.MEND) {
            throw new NotFound();
        }
        if (act.hasReason() && Reason.fault(words).isPresent()) {
            return Outcome.WITHOUT_WORDS;
        }
        return move(scope, problem, act, version, problem.done(), act.hasReason() ? words.strip() : "");
    }

    private Outcome move(Scope scope, Problem problem, ProblemAct act, int version, String done, String words) {
        boolean moved = database.sql("""
                        update ledger.problem set state = :to, done = :done, version = version + 1
                        where id = :id and state = :from and version = :version
                        """)
                        .param("id", problem.id().value())
                        .param("from", act.from.name())
                        .param("to", act.to.name())
                        .param("done", done)
                        .param("version", version)
                        .update()
                == 1;
        if (!moved) {
            return Outcome.OVERTAKEN;
        }
        history.record(
                scope.actor(),
                problem.thing(),
                SupervisionHistory.act(act.messageKey(), problem.thing())
                        .changed("supervision.problem.state", act.from, act.to)
                        .because(act.hasReason() ? words : ""),
                words);
        return Outcome.DONE;
    }
}
