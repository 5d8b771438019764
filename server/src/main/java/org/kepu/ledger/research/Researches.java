package org.kepu.ledger.research;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.kepu.audit.Trail;
import org.kepu.file.FileHolder;
import org.kepu.file.FileId;
import org.kepu.file.Keeping;
import org.kepu.file.KeptFiles;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The inquiries on record, with one document each at most. What was recorded stays; it can be withdrawn for a reason. */
@Service
class Researches implements FileHolder {

    /** On one page of the list. */
    static final int ROWS = 20;

    private static final String HOLDER = "research";
    private static final String REACHED = "region_code in (select region.reach(:scopeRegions, :scopeDay))";

    private final Regions regions;
    private final KeptFiles files;
    private final Trail trail;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Researches(
            Regions regions,
            KeptFiles files,
            Trail trail,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.regions = regions;
        this.files = files;
        this.trail = trail;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param counting those that were not withdrawn */
    record Tally(int all, int counting) {}

    /** How many there are of a year within reach. */
    Tally of(Scope scope, int year) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                        select count(*) as "all", count(*) filter (where withdrawn is null) as counting
                        from ledger.research where extract(year from day) = :year and
                        """ + REACHED)
                .param("year", year)
                .params(scope.parameters())
                .query(Tally.class)
                .single();
    }

    /**
     * Those of a year within reach, the latest first.
     *
     * @param page from 1
     */
    List<Research> of(Scope scope, int year, int page) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select * from ledger.research where extract(year from day) = :year and " + REACHED
                        + " order by day desc, added_at desc, id limit :rows offset :before")
                .param("year", year)
                .param("rows", ROWS)
                .param("before", (page - 1L) * ROWS)
                .params(scope.parameters())
                .query((row, i) -> read(row))
                .list();
    }

    /**
     * Records one. The same form sent twice records it once.
     *
     * @param form a checked one
     * @return why its document was not kept, and so nothing recorded; empty if all went well
     * @throws NotFound if the division is not within reach
     */
    Optional<Keeping.Refused> add(Scope scope, ResearchForm form) {
        scope.demands(Right.RUN_LEDGER);
        var region = RegionCode.read(form.region())
                .filter(code -> regions.reaches(scope, code))
                .orElseThrow(NotFound::new);
        var kept = files.keep(scope.actor(), HOLDER, form.file()).orElse(null);
        if (kept instanceof Keeping.Refused refused) {
            return Optional.of(refused);
        }
        var file = kept instanceof Keeping.Kept(var one) ? one.id().value() : null;
        transaction.executeWithoutResult(begun -> {
            if (write(region, form, file) == 1) {
                trail.record(
                        scope.actor(),
                        Act.of("research.act.recorded", "research", form.id(), form.topic())
                                .in(region)
                                .changed("research.visited", null, form.visited()));
            }
        });
        return Optional.empty();
    }

    private int write(RegionCode region, ResearchForm form, @Nullable UUID file) {
        return database.sql("""
                        insert into ledger.research (id, region_code, day, topic, visited, company, findings, file, added_at)
                        values (:id, :region, :day, :topic, :visited, :company, :findings, :file::uuid, :now) on conflict do nothing
                        """)
                .param("id", form.id())
                .param("region", region.value())
                .param("day", requireNonNull(form.day()))
                .param("topic", form.topic())
                .param("visited", form.visited())
                .param("company", form.company())
                .param("findings", form.findings())
                .param("file", file)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws NotFound if there is no such record within reach */
    Research toWithdraw(Scope scope, UUID id) {
        scope.demands(Right.RUN_LEDGER);
        return find(scope, id);
    }

    /** Says that a record no longer counts; says no if it did not any more. */
    boolean withdraw(Scope scope, Research record, String reason) {
        scope.demands(Right.RUN_LEDGER);
        return Boolean.TRUE.equals(transaction.execute(begun -> {
            boolean withdrawn =
                    database.sql("update ledger.research set withdrawn = :reason where id = :id and withdrawn is null")
                                    .param("reason", reason.strip())
                                    .param("id", record.id())
                                    .update()
                            == 1;
            if (withdrawn) {
                trail.record(
                        scope.actor(),
                        Act.of("research.act.withdrawn", "research", record.id(), record.topic())
                                .in(record.region())
                                .because(reason));
            }
            return withdrawn;
        }));
    }

    /** The document of a record, to be saved. @throws NotFound if it is not within reach */
    ResponseEntity<Resource> download(Scope scope, UUID id) {
        scope.demands(Right.READ_LEDGER);
        return Optional.ofNullable(find(scope, id).file())
                .flatMap(file -> files.response(file.id()))
                .orElseThrow(NotFound::new);
    }

    private Research find(Scope scope, UUID id) {
        return database.sql("select * from ledger.research where id = :id and " + REACHED)
                .param("id", id)
                .params(scope.parameters())
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private Research read(ResultSet row) throws SQLException {
        return new Research(
                row.getObject("id", UUID.class),
                new RegionCode(row.getString("region_code")),
                row.getObject("day", LocalDate.class),
                row.getString("topic"),
                row.getString("visited"),
                row.getString("company"),
                row.getString("findings"),
                Optional.ofNullable(row.getObject("file", UUID.class))
                        .flatMap(file -> files.find(new FileId(file)))
                        .orElse(null),
                row.getString("withdrawn"));
    }

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public Set<FileId> holds(Set<FileId> asked) {
        return new HashSet<>(database.sql("select file from ledger.research where file = any (:asked)")
                .param("asked", asked.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, i) -> new FileId(row.getObject("file", UUID.class)))
                .list());
    }
}
