package org.kepu.people.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.people.GivenService;
import org.kepu.people.expert.ExpertForm;
import org.kepu.people.expert.Experts;
import org.kepu.people.expert.Invitation;
import org.kepu.people.expert.InvitingExperts;
import org.kepu.people.expert.InvitingForm;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationContext;

/** Tours, and experts who are asked for them, as tests need them. */
public final class GivenTours {

    private GivenTours() {}

    static Scope clerk() {
        return GivenPlans.may(Right.KEEP_EXPERTS);
    }

    static Scope clerkOf(RegionCode region) {
        return GivenPlans.may(GivenPlans.OTHER, Right.KEEP_EXPERTS, region);
    }

    /** From thirty days ago on for a hundred days more. */
    static TourForm form(Programme programme, BodyId body, RegionCode region, RegionCode... banners) {
        var today = GivenService.today();
        return new TourForm(
                UUID.randomUUID(),
                programme.name(),
                region.value(),
                "第14批",
                body.value(),
                today.minusDays(30).toString(),
                today.plusDays(100).toString(),
                "五年内没有去过的",
                "草原生态",
                Stream.of(banners).map(RegionCode::value).toList(),
                0);
    }

    public static UUID tour(
            ApplicationContext context, Programme programme, BodyId body, RegionCode region, RegionCode... banners) {
        var kept = context.getBean(PlanningTours.class).plan(clerk(), form(programme, body, region, banners));
        assertThat(kept).isInstanceOf(PlanningTours.Kept.Done.class);
        return ((PlanningTours.Kept.Done) kept).id();
    }

    static UUID expert(ApplicationContext context, RegionCode region, String phone, boolean published) {
        var today = GivenService.today();
        var kept = context.getBean(Experts.class)
                .enter(
                        clerk(),
                        new ExpertForm(
                                "那日苏",
                                phone,
                                region.value(),
                                List.of("230"),
                                "接羔育幼",
                                "研究员",
                                "畜牧站",
                                today.minusDays(60),
                                today.plusDays(300),
                                "20",
                                "",
                                published,
                                published ? "签了公开同意书" : "",
                                "签了聘书",
                                0));
        return ((Experts.Kept.Done) kept).id();
    }

    /** A talk of an hour, in so many days. */
    static InvitingForm talk(BodyId body, RegionCode place, int inDays, @Nullable UUID tour) {
        return new InvitingForm(
                "草原生态讲座",
                body.value(),
                place.value(),
                "文化活动室",
                GivenService.today().plusDays(inDays).toString(),
                "09:00",
                "10:00",
                "",
                tour,
                null);
    }

    /** Invites, and says which invitation that is. */
    static UUID invited(ApplicationContext context, UUID expert, InvitingForm form) {
        var inviting = context.getBean(InvitingExperts.class);
        assertThat(inviting.invite(clerk(), expert, form)).isInstanceOf(InvitingExperts.Invited.Sent.class);
        return inviting.of(clerk(), expert).stream()
                .filter(one -> one.state() == Invitation.State.SENT)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
