package org.kepu.activity.desk;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.Vocabulary;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.plan.MeasureId;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** Activities with the names of what they speak of. */
@Component
public class ActivityViews {

    private final OwnActivities activities;
    private final ClosingOut closing;
    private final Vocabulary vocabulary;
    private final Terms terms;
    private final Regions regions;
    private final Bodies bodies;
    private final Plans plans;
    private final Clock clock;

    ActivityViews(
            OwnActivities activities,
            ClosingOut closing,
            Vocabulary vocabulary,
            Terms terms,
            Regions regions,
            Bodies bodies,
            Plans plans,
            Clock clock) {
        this.activities = activities;
        this.closing = closing;
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.regions = regions;
        this.bodies = bodies;
        this.plans = plans;
        this.clock = clock;
    }

    /** A line of the list. */
    public record LineView(
            Activity activity,
            String kind,
            String region,
            @Nullable Instant when,
            int toClose) {}

    /**
     * A session as its organisers see it.
     *
     * @param came how many came; null if it is not closed out
     * @param begun whether it can be closed out
     */
    public record SessionView(
            Session session, SeatState state, @Nullable Integer came, boolean begun) {}

    /** An activity as its organisers see it. */
    public record ActivityView(
            Activity activity,
            String kind,
            String campaign,
            String region,
            List<String> audiences,
            String placeKind,
            List<Body> organisers,
            List<PlanStructure.Measure> measures,
            List<SessionView> sessions) {}

    List<LineView> lines(List<OwnActivities.Line> found) {
        var names =
                regions
                        .all(found.stream()
                                .map(line -> line.activity().described().region())
                                .toList())
                        .values()
                        .stream()
                        .collect(toMap(Region::code, Region::name));
        return found.stream()
                .map(line -> new LineView(
                        line.activity(),
                        vocabulary.kindName(line.activity().described().kind()),
                        names.getOrDefault(line.activity().described().region(), ""),
                        line.when(),
                        line.toClose()))
                .toList();
    }

    ActivityView of(Scope scope, Activity activity) {
        var came = closing.of(scope, activity);
        return of(activity, activities.sessionsOf(scope, activity.id()), came, closing.isClass(scope, activity));
    }

    /** As somebody sees it who neither planned it nor closes it out. */
    ActivityView plain(Activity activity, List<Session> sessions) {
        return of(activity, sessions, Map.of(), false);
    }

    private ActivityView of(Activity activity, List<Session> sessions, Map<SessionId, Integer> came, boolean isClass) {
        var told = activity.described();
        return new ActivityView(
                activity,
                vocabulary.kindName(told.kind()),
                vocabulary.campaignName(told.campaign()),
                regionName(told.region()),
                told.audiences().stream().map(this::audience).toList(),
                told.place().kind().isEmpty()
                        ? ""
                        : terms.place(told.place().kind()).map(Term::name).orElse(""),
                List.copyOf(bodies.all(told.organisers()).values()),
                told.measures().stream().flatMap(id -> measure(id).stream()).toList(),
                sessions.stream().map(session -> of(session, came, isClass)).toList());
    }

    private SessionView of(Session session, Map<SessionId, Integer> came, boolean isClass) {
        var now = clock.instant();
        return new SessionView(
                session, SeatState.of(session, now), came.get(session.id()), session.hasBegun(now) && !isClass);
    }

    String audience(String code) {
        return terms.audience(code).map(Term::name).orElse(code);
    }

    private String regionName(RegionCode code) {
        return regions.find(code).map(Region::name).orElse(code.value());
    }

    private Optional<PlanStructure.Measure> measure(MeasureId id) {
        return plans.of(id)
                .flatMap(plan -> plans.structure(plan.id())
                        .measures()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }
}
