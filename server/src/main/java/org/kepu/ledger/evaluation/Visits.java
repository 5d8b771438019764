package org.kepu.ledger.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.file.FileHolder;
import org.kepu.file.FileId;
import org.kepu.file.Keeping;
import org.kepu.file.KeptFiles;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of visits, inquiries and meetings, with one document at most. What was recorded stays; it can be withdrawn for a reason. */
@Service
public class Visits implements FileHolder {

    private static final String HOLDER = "evaluation";

    private final Evaluations evaluations;
    private final EvaluationEvents events;
    private final KeptFiles files;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Visits(
            Evaluations evaluations,
            EvaluationEvents events,
            KeptFiles files,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.evaluations = evaluations;
        this.events = events;
        this.files = files;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of recording one. */
    sealed interface Recorded {
        record Added() implements Recorded {}

        record NotKept(Keeping.Refused refused) implements Recorded {}
    }

    /** Those of an evaluation that was found within reach, the first first. */
    public List<Visit> of(EvaluationId id) {
        return database.sql(
                        "select * from ledger.evaluation_visit where evaluation_id = :id order by day, added_at, id")
                .param("id", id.value())
                .query((row, i) -> new Visit(
                        row.getObject("id", UUID.class),
                        Visit.Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("place"),
                        row.getString("company"),
                        row.getString("findings"),
                        Optional.ofNullable(row.getObject("file", UUID.class))
                                .flatMap(file -> files.find(new FileId(file)))
                                .orElse(null),
                        row.getString("withdrawn")))
                .list();
    }

    /** Records one. The same form sent twice records it once. */
    Recorded add(Scope scope, EvaluationId id, VisitForm form) {
        var evaluation = evaluations.run(scope, id);
        return switch (files.keep(scope.actor(), HOLDER, form.file()).orElse(null)) {
            case null -> added(scope, evaluation, form, null);
            case Keeping.Kept kept ->
                added(scope, evaluation, form, kept.file().id().value());
            case Keeping.Refused refused -> new Recorded.NotKept(refused);
        };
    }

    /** After the upload, which no transaction waits for. */
    private Recorded added(Scope scope, Evaluation evaluation, VisitForm form, @Nullable UUID file) {
        transaction.executeWithoutResult(begun -> {
            if (write(evaluation, form, file) == 1) {
                events.note(
                        scope.actor(),
                        evaluation,
                        Act.of("evaluation.act.visited", "evaluation", evaluation.id(), evaluation.name())
                                .changed("evaluation.visit.day", null, form.day())
                                .changed("evaluation.visit.place", null, form.place()),
                        form.place());
            }
        });
        return new Recorded.Added();
    }

    private int write(Evaluation evaluation, VisitForm form, @Nullable UUID file) {
        return database.sql("""
                        insert into ledger.evaluation_visit (id, evaluation_id, kind, day, place, company, findings, file, added_at)
                        values (:id, :evaluation, :kind, :day, :place, :company, :findings, :file::uuid, :now) on conflict do nothing
                        """)
                .param("id", form.id())
                .param("evaluation", evaluation.id().value())
                .param("kind", requireNonNull(form.kind()).name())
                .param("day", form.day())
                .param("place", form.place())
                .param("company", form.company())
                .param("findings", form.findings())
                .param("file", file)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Says that a record no longer counts; says no if it did not any more. */
    boolean withdraw(Scope scope, EvaluationId id, UUID visit, String reason) {
        var evaluation = evaluations.run(scope, id);
        if (of(id).stream().noneMatch(one -> one.id().equals(visit))) {
            throw new NotFound();
        }
        return Boolean.TRUE.equals(transaction.execute(begun -> {
            boolean withdrawn = database.sql(
                                    "update ledger.evaluation_visit set withdrawn = :reason where id = :id and withdrawn is null")
                            .param("reason", reason.strip())
                            .param("id", visit)
                            .update()
                    == 1;
            if (withdrawn) {
                events.note(
                        scope.actor(),
                        evaluation,
                        Act.of("evaluation.act.visit-withdrawn", "evaluation", id, evaluation.name())
                                .because(reason),
                        reason.strip());
            }
            return withdrawn;
        }));
    }

    /** The document of a record, to be saved. @throws NotFound if it is not within reach */
    ResponseEntity<Resource> download(Scope scope, EvaluationId id, UUID visit) {
        scope.demands(Right.READ_LEDGER);
        return evaluations.whole(scope, id).stream()
                .flatMap(found -> of(found.id()).stream())
                .filter(one -> one.id().equals(visit))
                .flatMap(one -> Optional.ofNullable(one.file()).stream())
                .findFirst()
                .flatMap(file -> files.response(file.id()))
                .orElseThrow(NotFound::new);
    }

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public Set<FileId> holds(Set<FileId> asked) {
        return new HashSet<>(database.sql("select file from ledger.evaluation_visit where file = any (:asked)")
                .param("asked", asked.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, i) -> new FileId(row.getObject("file", UUID.class)))
                .list());
    }
}
