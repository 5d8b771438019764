package org.kepu.plan.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Three plans of our own writing at three levels, taken through upload, naming and confirmation as a clerk would, so
 * that a fresh installation can show what it does. Loading them again adds nothing.
 */
@Service
class DemoPlans {

    private static final List<String> FILES =
            List.of("01-neimenggu-2026.docx", "02-xilinguole-2026.docx", "03-suniteyou-2026.txt");

    private final UploadingPlans uploading;
    private final Reviewing reviewing;
    private final ConfirmingPlans confirming;
    private final NamingBodies naming;
    private final Clock clock;

    DemoPlans(
            UploadingPlans uploading,
            Reviewing reviewing,
            ConfirmingPlans confirming,
            NamingBodies naming,
            Clock clock) {
        this.uploading = uploading;
        this.reviewing = reviewing;
        this.confirming = confirming;
        this.naming = naming;
        this.clock = clock;
    }

    void load(Actor by) {
        for (var file : FILES) {
            switch (uploading.receive(file, content(file), by)) {
                case Upload.Received received -> putInForce(received.id(), by);
                case Upload.AlreadyHere here -> {
                    if (!here.confirmed()) {
                        putInForce(here.id(), by);
                    }
                }
                case Upload.Refused refused ->
                    throw new IllegalStateException("the demo plan " + file + " was not read: " + refused.why());
            }
        }
    }

    private void putInForce(PlanId id, Actor by) {
        var draft = reviewing.draft(id);
        naming.acceptProposals(draft, confirming.meanings(draft));
        naming.registerUnknown(draft, confirming.meanings(draft));
        var plan = draft.structure();
        var from = plan.periodFrom();
        var to = plan.periodTo();
        if (from == null || to == null) {
            throw new IllegalStateException("a demo plan states its period");
        }
        var year = Math.clamp(Year.now(clock).getValue(), from, to);
        confirming.confirm(id, draft.version(), List.of(year), by);
    }

    private static byte[] content(String file) {
        try (var stream = new ClassPathResource("demo/" + file).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
