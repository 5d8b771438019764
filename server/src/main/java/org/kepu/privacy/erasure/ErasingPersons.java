package org.kepu.privacy.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.privacy.Divisions;
import org.kepu.privacy.Forgetting;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a person (个人信息保护法第四十七条): one place after the other, each in a transaction of its own with a line that says
 * what was done, so that a kill between two places loses nothing. At the end every place is asked again; only when none
 * knows the person any more is there a proof.
 */
@Service
public class ErasingPersons implements Forgetting {

    private static final Logger log = LoggerFactory.getLogger(ErasingPersons.class);
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Erasures erasures;
    private final List<PersonalData> places;
    private final Divisions divisions;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int backupDays;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param backupDays how long backups are kept, and with them what was erased */
    ErasingPersons(
            Erasures erasures,
            List<PersonalData> places,
            Divisions divisions,
            Trail trail,
            TransactionOperations transactions,
            Clock clock,
            @Value("${kepu.privacy.backup-days:30}") int backupDays) {
        this.erasures = erasures;
        this.places = places;
        this.divisions = divisions;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.backupDays = backupDays;
    }

    /** A person's own order, or the program's. Asked twice, it is one. */
    @Transactional
    public UUID begin(Actor person, Subject subject) {
        return begin(subject, null, divisions.topmost().orElse(null), person);
    }

    @Override
    @Transactional
    public void forget(Subject subject) {
        begin(Actor.program("retention"), subject);
    }

    /** The erasure that answered a request; its proof lies under the same number. */
    public Optional<UUID> of(UUID request) {
        return erasures.of(request);
    }

    /** The order of the privacy desk, on somebody's request. */
    @Transactional
    public UUID begin(Scope scope, Subject subject, UUID request, @Nullable RegionCode region) {
        return begin(subject, request, region, scope.demands(Right.KEEP_PRIVACY).actor());
    }

    /** Takes the order down with the person's contacts, while they can still be known. */
    private UUID begin(Subject subject, @Nullable UUID request, @Nullable RegionCode region, Actor by) {
        var id = erasures.begin(subject, request, region, by.account());
        trail.record(
                by, Act.of("privacy.act.erasing", "erasure", id, "").in(region).about(subject.person()));
        return id;
    }

    /** Goes on from where it stands, to the end; harmless if another node is at it, or if it is finished. */
    public Optional<Erasure> run(UUID id) {
        for (var place : places) {
            transactions.executeWithoutResult(status -> erasures.hold(id)
                    .filter(open -> !erasures.done(id).contains(place.source()))
                    .ifPresent(open -> erasures.step(id, place.source(), place.erase(open.subject()))));
        }
        transactions.executeWithoutResult(status -> erasures.hold(id).ifPresent(open -> finish(id, open)));
        return erasures.find(id);
    }

    /** The same at once, for somebody at the desk who does not want to wait for the next round. */
    public void goOn(Scope scope, UUID id) {
        run(find(scope, id).id());
    }

    /** Takes up what a node that died has left. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void resume() {
        for (var id : erasures.left(IDLE)) {
            try {
                run(id);
            } catch (RuntimeException fault) {
                log.error("erasure {} does not come to its end", id, fault);
            }
        }
    }

    /** The erasures within reach, the last first. */
    public List<Erasure> all(Scope scope) {
        return erasures.all(scope.demands(Right.KEEP_PRIVACY));
    }

    /** The same for one who asks for it at the desk. */
    public Optional<Erasure> run(Scope scope, UUID id) {
        return run(find(scope, id).id());
    }

    public Erasure find(Scope scope, UUID id) {
        return erasures.find(scope.demands(Right.KEEP_PRIVACY), id).orElseThrow(NotFound::new);
    }

    /** The proof for whoever holds its number; it names nobody. */
    public Optional<Erasure> proof(UUID id) {
        return erasures.find(id).filter(one -> one.done().isPresent());
    }

    private void finish(UUID id, Erasures.Open open) {
        if (!erasures.done(id)
                .containsAll(places.stream().map(PersonalData::source).toList())) {
            return;
        }
        for (var place : places) {
            var left = place.left(open.subject());
            if (left > 0) {
                throw new IllegalStateException(left + " rows still tell of the person in " + place.source());
            }
        }
        var backupsUntil = LocalDate.now(clock).plusDays(backupDays);
        var proof = proof(id, open, backupsUntil);
        var hash = sha256(proof);
        erasures.finish(id, proof, hash, backupsUntil);
        trail.record(
                Actor.program("erasure"),
                Act.of("privacy.act.erased", "erasure", id, "")
                        .in(open.region())
                        .about(open.subject().person())
                        .changed("privacy.proof.hash", null, hash));
    }

    private String proof(UUID id, Erasures.Open open, LocalDate backupsUntil) {
        var told = new LinkedHashMap<String, Object>();
        told.put("erasure", id.toString());
        told.put("person", open.subject().person().toString());
        told.put("finished", clock.instant().toString());
        told.put("backupsUntil", backupsUntil.toString());
        told.put(
                "places",
                erasures.find(id).orElseThrow().steps().stream()
                        .map(ErasingPersons::told)
                        .toList());
        return json.writeValueAsString(told);
    }

    private static LinkedHashMap<String, Object> told(Erasure.Step step) {
        var told = new LinkedHashMap<String, Object>();
        told.put("place", step.source());
        told.put("removed", step.removed());
        told.put("anonymised", step.anonymised());
        told.put("kept", step.kept());
        told.put("left", 0);
        return told;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
