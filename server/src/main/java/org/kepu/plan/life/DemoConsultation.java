package org.kepu.plan.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.plan.review.Upload;
import org.kepu.plan.review.UploadingPlans;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** For a demonstration: a plan in the making, with two versions, of which the second is before bodies and the public. */
@Component
@Order(3)
class DemoConsultation implements Demo {

    private static final String FIRST = "04-xianghuang-2026-first.txt";
    private static final String FOR_COMMENT = "05-xianghuang-2026-for-comment.txt";
    private static final RegionCode ASKED = new RegionCode("152524");
    private static final Set<String> DEPARTMENTS = Set.of("旗教育局", "旗科协", "旗卫健委", "旗农牧和科技局", "旗气象局", "旗总工会");
    private static final int DAYS = 30;

    private final UploadingPlans uploading;
    private final AddingVersions adding;
    private final Versions versions;
    private final Consulting consulting;
    private final Bodies bodies;
    private final Clock clock;

    DemoConsultation(
            UploadingPlans uploading,
            AddingVersions adding,
            Versions versions,
            Consulting consulting,
            Bodies bodies,
            Clock clock) {
        this.uploading = uploading;
        this.adding = adding;
        this.versions = versions;
        this.consulting = consulting;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public void load(Desk program) {
        load(program.scope(Right.REVIEW_PLANS));
    }

    void load(Scope scope) {
        if (uploading.receive(scope, FIRST, content(FIRST)) instanceof Upload.Received received) {
            put(scope, received.id());
        }
    }

    /** The departments of the banner next door are asked: they are registered, and a demonstration can sign in as one. */
    private void put(Scope scope, PlanId first) {
        versions.mark(scope, first, Stage.FIRST_DRAFT);
        if (adding.add(scope, first, Stage.FOR_COMMENT, FOR_COMMENT, content(FOR_COMMENT))
                instanceof AddingVersions.Added.Next(var draft, var carried)) {
            var asked = bodies.in(ASKED).stream()
                    .filter(body -> DEPARTMENTS.contains(body.name()))
                    .map(Body::id)
                    .toList();
            consulting.open(
                    scope,
                    draft,
                    new Consulting.Terms(
                            "请各单位和社会各界提出意见，重点看指标是否合适。", LocalDate.now(clock).plusDays(DAYS), true, asked));
        }
    }

    private static byte[] content(String file) {
        try (var stream = new ClassPathResource("demo/" + file).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
