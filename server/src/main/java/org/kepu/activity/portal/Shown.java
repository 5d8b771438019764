package org.kepu.activity.portal;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityKind;
import org.kepu.activity.Campaign;
import org.kepu.activity.Nearby;
import org.kepu.activity.Nearby.Distance;
import org.kepu.activity.Offer;
import org.kepu.activity.Quota;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;
import org.kepu.activity.Vocabulary;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** Activities as everybody reads them, with the names of what they speak of. */
@Component
public class Shown {

    private final Vocabulary vocabulary;
    private final Terms terms;
    private final Ground ground;
    private final Bodies bodies;
    private final Clock clock;

    Shown(Vocabulary vocabulary, Terms terms, Ground ground, Bodies bodies, Clock clock) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.ground = ground;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** A session with how one gets in. */
    public record Seating(Session session, SeatState state) {}

    /**
     * A quota as it is read.
     *
     * @param area the name of its division; empty for elders
     */
    public record Kept(Quota quota, String area) {}

    /**
     * An activity in a list.
     *
     * @param distance null if nobody asked how far it is
     */
    public record Card(
            Activity activity,
            String kind,
            String campaign,
            String region,
            List<Seating> sessions,
            @Nullable Distance distance) {}

    /** An activity on its own page. */
    public record Detail(
            Activity activity,
            String kind,
            String campaign,
            String region,
            List<String> audiences,
            String placeKind,
            List<Body> organisers,
            List<Seating> sessions) {}

    /** What one may filter by. */
    public record Words(
            List<Ground.League> leagues, List<ActivityKind> kinds, List<Term> audiences, List<Campaign> campaigns) {}

    /** A page of a list. */
    public record Found(List<Card> cards, long total) {}

    Found found(Activities.Listing found) {
        return new Found(cards(found.lines(), line -> line, line -> null), found.total());
    }

    Found found(Nearby.Listing found) {
        return new Found(cards(found.lines(), Nearby.Near::line, Nearby.Near::distance), found.total());
    }

    private <T> List<Card> cards(
            List<T> found, Function<T, Activities.Line> line, Function<T, @Nullable Distance> distance) {
        var names = ground.names(found.stream()
                .map(one -> line.apply(one).activity().described().region())
                .toList());
        return found.stream()
                .map(one -> {
                    var told = line.apply(one).activity().described();
                    return new Card(
                            line.apply(one).activity(),
                            vocabulary.kindName(told.kind()),
                            vocabulary.campaignName(told.campaign()),
                            names.getOrDefault(told.region(), ""),
                            line.apply(one).sessions().stream()
                                    .map(this::seating)
                                    .toList(),
                            distance.apply(one));
                })
                .toList();
    }

    Detail detail(Activity activity, List<Session> sessions) {
        var told = activity.described();
        return new Detail(
                activity,
                vocabulary.kindName(told.kind()),
                vocabulary.campaignName(told.campaign()),
                ground.way(told.region()),
                told.audiences().stream()
                        .map(code -> terms.audience(code).map(Term::name).orElse(code))
                        .toList(),
                told.place().kind().isEmpty()
                        ? ""
                        : terms.place(told.place().kind()).map(Term::name).orElse(""),
                List.copyOf(bodies.all(told.organisers()).values()),
                sessions.stream().map(this::seating).toList());
    }

    Seating seating(Session session) {
        return new Seating(session, SeatState.of(session, clock.instant()));
    }

    /** What people call a division; nothing if there never was one. */
    String name(RegionCode code) {
        return ground.names(List.of(code)).getOrDefault(code, "");
    }

    /** The quotas that are still kept, with the names of their divisions; elders come first, without one. */
    public List<Kept> kept(Offer offer) {
        return !offer.keeps()
                ? List.of()
                : offer.admission().quotas().stream()
                        .map(quota -> new Kept(quota, area(quota.region())))
                        .toList();
    }

    private String area(@Nullable RegionCode region) {
        return region == null ? "" : name(region);
    }

    Words words() {
        return new Words(
                ground.leagues(), vocabulary.kinds(), ground.audiences(), vocabulary.campaigns(Year.now(clock)));
    }
}
