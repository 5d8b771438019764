package org.kepu.plan.review;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.kepu.audit.Trail;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.PlanReader;
import org.kepu.plandoc.Reading;
import org.kepu.plandoc.SourceText;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Receives a plan's document, reads it and opens its review. */
@Service
public class UploadingPlans {

    /** Reading takes memory, not only time: a third document waits for its turn. */
    private final Semaphore reading = new Semaphore(2);

    private final Drafts drafts;
    private final Regions regions;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final PlanReader reader = new PlanReader();

    UploadingPlans(Drafts drafts, Regions regions, Trail trail, Clock clock, TransactionTemplate transaction) {
        this.drafts = drafts;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Reads a document. Of a region beyond reach, its draft stays with who uploaded it until a region is chosen. */
    public Upload receive(Scope scope, String fileName, byte[] content) {
        scope.demands(Right.REVIEW_PLANS);
        var sha256 = sha256(content);
        var here = drafts.withDocument(sha256);
        if (here.isPresent()) {
            return alreadyHere(scope, fileName, here.get());
        }
        return switch (read(fileName, content)) {
            case Reading.Parsed(var plan, var source) -> open(scope, fileName, content, sha256, plan, source);
            case Reading.NotAPlan(var why) -> new Upload.Refused(fileName, why);
            case Reading.Unreadable(var why) -> new Upload.Refused(fileName, why);
        };
    }

    private Reading read(String fileName, byte[] content) {
        reading.acquireUninterruptibly();
        try {
            return reader.read(content, fileName);
        } finally {
            reading.release();
        }
    }

    private Upload open(
            Scope scope, String fileName, byte[] content, String sha256, ParsedPlan plan, SourceText source) {
        var by = scope.actor();
        var id = new PlanId(UUID.randomUUID());
        var now = clock.instant();
        var issuer = plan.issuer() == null ? plan.title() : plan.issuer();
        var region = regions.namedBy(issuer)
                .map(Region::code)
                .filter(code -> regions.reaches(scope, code))
                .orElse(null);
        var draft = new Draft(id, region, fileName, source, plan, 0, now, by.name(), now, by.name(), false);
        var sketch = Sketch.of(source.text());
        var added = transaction.execute(status -> {
            var kept = drafts.add(draft, content, sha256, sketch.values(), by);
            if (kept) {
                trail.record(by, Reviewing.act("plan.act.uploaded", draft).changed("plan.upload.file", null, fileName));
            }
            return kept;
        });
        if (!Boolean.TRUE.equals(added)) {
            return drafts.withDocument(sha256)
                    .map(other -> alreadyHere(scope, fileName, other))
                    .orElseThrow();
        }
        var measures =
                plan.programmes().stream().mapToInt(p -> p.measures().size()).sum();
        return new Upload.Received(
                fileName, id, plan.title(), measures, plan.findings().size());
    }

    private Upload alreadyHere(Scope scope, String fileName, Drafts.Held held) {
        return held.confirmed() || drafts.find(scope, held.id()).isPresent()
                ? new Upload.AlreadyHere(fileName, held.id(), held.confirmed())
                : new Upload.HeldElsewhere(fileName);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
