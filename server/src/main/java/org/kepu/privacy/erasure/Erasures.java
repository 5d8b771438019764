package org.kepu.privacy.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.privacy.Contact;
import org.kepu.privacy.PersonalData.Erased;
import org.kepu.privacy.Subject;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The erasures on record. */
@Repository
class Erasures {

    private static final String CONTACTS = "privacy.erasure.contacts";

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Erasures(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** What the steps work from. */
    record Open(
            Subject subject,
            @Nullable UUID request,
            @Nullable RegionCode region,
            UUID askedBy) {}

    /** The erasure that answered a request. */
    Optional<UUID> of(UUID request) {
        return database.sql("select id from privacy.erasure where request = :request")
                .param("request", request)
                .query(UUID.class)
                .optional();
    }

    /** Begins one, unless one of the same person is running: then that one is it. */
    UUID begin(Subject subject, @Nullable UUID request, @Nullable RegionCode region, UUID askedBy) {
        return database.sql("""
                insert into privacy.erasure (person, contacts, request, region_code, asked_by, asked_at, moved_at)
                values (:person, :contacts, :request, :region, :by, :now, :now)
                on conflict (person) where finished_at is null do update set moved_at = erasure.moved_at
                returning id
                """)
                .param("person", subject.person())
                .param("contacts", vault.seal(CONTACTS, String.join("\n", subject.values())))
                .param("request", request)
                .param("region", region == null ? null : region.value())
                .param("by", askedBy)
                .param("now", now())
                .query(UUID.class)
                .single();
    }

    /** Takes hold of a running one until the end of the transaction; nothing if it is finished or in other hands. */
    Optional<Open> hold(UUID id) {
        return database.sql("""
                select person, contacts, request, region_code, asked_by from privacy.erasure
                where id = :id and finished_at is null for update skip locked
                """).param("id", id).query(this::open).optional();
    }

    Set<String> done(UUID id) {
        return database.sql("select source from privacy.erasure_step where erasure = :id")
                .param("id", id)
                .query(String.class)
                .set();
    }

    void step(UUID id, String source, Erased erased) {
        database.sql("""
                insert into privacy.erasure_step (erasure, source, done_at, removed, anonymised, kept)
                values (:id, :source, :now, :removed, :anonymised, :kept)
                """)
                .param("id", id)
                .param("source", source)
                .param("now", now())
                .param("removed", erased.removed())
                .param("anonymised", erased.anonymised())
                .param("kept", erased.kept())
                .update();
        database.sql("update privacy.erasure set moved_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    void finish(UUID id, String proof, String hash, LocalDate backupsUntil) {
        database.sql("""
                update privacy.erasure
                set contacts = null, finished_at = :now, moved_at = :now, proof = :proof, proof_hash = :hash,
                    backups_until = :backups
                where id = :id
                """)
                .param("now", now())
                .param("proof", proof)
                .param("hash", hash)
                .param("backups", backupsUntil)
                .param("id", id)
                .update();
    }

    /** Running ones that nobody has moved for a while: whoever ran them is gone. */
    List<UUID> left(Duration idle) {
        return database.sql("""
                select id from privacy.erasure where finished_at is null and moved_at < :before order by asked_at
                """)
                .param("before", now().minus(idle))
                .query(UUID.class)
                .list();
    }

    Optional<Erasure> find(UUID id) {
        return read("where id = :id", Map.of("id", id)).stream().findFirst();
    }

    Optional<Erasure> find(Scope scope, UUID id) {
        return within(scope, "and id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Those within reach, the last first. */
    List<Erasure> all(Scope scope) {
        return within(scope, "", Map.of());
    }

    private List<Erasure> within(Scope scope, String further, Map<String, Object> values) {
        var all = new LinkedHashMap<>(scope.parameters());
        all.putAll(values);
        return read(
                "where region_code in (select region.reach(:scopeRegions, :scopeDay)) " + further
                        + " order by asked_at desc limit 200",
                all);
    }

    private List<Erasure> read(String which, Map<String, ?> values) {
        var found = database.sql("select * from privacy.erasure " + which)
                .params(values)
                .query(Erasures::erasure)
                .list();
        var steps = steps(found.stream().map(Erasure::id).toList());
        return found.stream()
                .map(one -> new Erasure(
                        one.id(), one.person(), one.asked(), steps.getOrDefault(one.id(), List.of()), one.done()))
                .toList();
    }

    private Map<UUID, List<Erasure.Step>> steps(List<UUID> erasures) {
        var steps = new LinkedHashMap<UUID, List<Erasure.Step>>();
        database.sql("""
                select erasure, source, done_at, removed, anonymised, kept from privacy.erasure_step
                where erasure = any(:erasures) order by done_at, source
                """).param("erasures", erasures.toArray(UUID[]::new)).query(row -> {
            steps.computeIfAbsent(row.getObject("erasure", UUID.class), id -> new ArrayList<>())
                    .add(new Erasure.Step(
                            row.getString("source"),
                            row.getObject("done_at", OffsetDateTime.class).toInstant(),
                            row.getInt("removed"),
                            row.getInt("anonymised"),
                            row.getInt("kept")));
        });
        return steps;
    }

    private Open open(ResultSet row, int number) throws SQLException {
        var region = row.getString("region_code");
        var contacts = vault.open(CONTACTS, row.getString("contacts"));
        return new Open(
                new Subject(
                        row.getObject("person", UUID.class),
                        Arrays.stream(contacts.split("\n"))
                                .filter(one -> !one.isBlank())
                                .map(Contact::new)
                                .collect(Collectors.toList())),
                row.getObject("request", UUID.class),
                region == null ? null : new RegionCode(region),
                row.getObject("asked_by", UUID.class));
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                List.of(),
                finished == null
                        ? Optional.empty()
                        : Optional.of(new Erasure.Done(
                                finished.toInstant(),
                                row.getString("proof"),
                                row.getString("proof_hash"),
                                row.getObject("backups_until", LocalDate.class))));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
