package org.kepu.plan.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import org.kepu.page.NotFound;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Three plans of our own writing at three levels, taken through upload, naming and confirmation as a clerk would, so
 * that a fresh installation can show what it does. Loading them again adds nothing.
 */
@Service
@Order(1)
class DemoPlans implements Demo {

    private static final List<String> FILES =
            List.of("01-neimenggu-2026.docx", "02-xilinguole-2026.docx", "03-suniteyou-2026.txt");

    private final UploadingPlans uploading;
    private final Reviewing reviewing;
    private final ConfirmingPlans confirming;
    private final NamingBodies naming;
    private final Drafts drafts;
    private final Plans plans;
    private final Regions regions;
    private final Clock clock;

    DemoPlans(
            UploadingPlans uploading,
            Reviewing reviewing,
            ConfirmingPlans confirming,
            NamingBodies naming,
            Drafts drafts,
            Plans plans,
            Regions regions,
            Clock clock) {
        this.uploading = uploading;
        this.reviewing = reviewing;
        this.confirming = confirming;
        this.naming = naming;
        this.drafts = drafts;
        this.plans = plans;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public void load(Desk program) {
        load(program.scope(Right.REVIEW_PLANS));
    }

    /** Whether there is nothing yet that they could stand beside, and the scope reaches all they are for. */
    boolean offeredTo(Scope scope) {
        scope.demands(Right.REVIEW_PLANS);
        return reachesTop(scope) && plans.all().isEmpty() && drafts.open(scope).isEmpty();
    }

    /** @throws NotFound if the scope does not reach the topmost region, which the first of them is for */
    void load(Scope scope) {
        scope.demands(Right.REVIEW_PLANS);
        if (!reachesTop(scope)) {
            throw new NotFound();
        }
        for (var file : FILES) {
            switch (uploading.receive(scope, file, content(file))) {
                case Upload.Received received -> putInForce(scope, received.id());
                case Upload.AlreadyHere here -> {
                    if (!here.confirmed()) {
                        putInForce(scope, here.id());
                    }
                }
                case Upload.HeldElsewhere elsewhere ->
                    throw new IllegalStateException("the demo plan " + file + " is out of reach");
                case Upload.Refused refused ->
                    throw new IllegalStateException("the demo plan " + file + " was not read: " + refused.why());
            }
        }
    }

    private boolean reachesTop(Scope scope) {
        return regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                .anyMatch(top -> regions.reaches(scope, top.code()));
    }

    private void putInForce(Scope scope, PlanId id) {
        var draft = reviewing.draft(scope, id);
        naming.acceptProposals(scope, draft);
        naming.registerUnknown(scope, draft);
        var plan = draft.structure();
        var from = plan.periodFrom();
        var to = plan.periodTo();
        if (from == null || to == null) {
            throw new IllegalStateException("a demo plan states its period");
        }
        var year = Math.clamp(Year.now(clock).getValue(), from, to);
        confirming.confirm(scope, id, draft.version(), List.of(year));
    }

    private static byte[] content(String file) {
        try (var stream = new ClassPathResource("demo/" + file).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
