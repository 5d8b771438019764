package org.kepu.activity.portal;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityKind;
import org.kepu.activity.Offer;
import org.kepu.activity.Quota;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;
import org.kepu.activity.Vocabulary;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/** Activities as everybody reads them, with the names of what they speak of. */
@Component
public class Shown {

    private final Vocabulary vocabulary;
    private final Terms terms;
    private final Regions regions;
    private final Bodies bodies;
    private final Clock clock;

    Shown(Vocabulary vocabulary, Terms terms, Regions regions, Bodies bodies, Clock clock) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.regions = regions;
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

    /** An activity in a list. */
    public record Card(Activity activity, String kind, String campaign, String region, List<Seating> sessions) {}

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

    /** A league with its banners. */
    public record League(Region league, List<Region> banners) {}

    /** What one may filter by. */
    public record Words(List<League> leagues, List<ActivityKind> kinds, List<Term> audiences) {}

    List<Card> cards(List<Activities.Line> lines) {
        var names =
                regions
                        .all(lines.stream()
                                .map(line -> line.activity().described().region())
                                .toList())
                        .values()
                        .stream()
                        .collect(toMap(Region::code, Region::name));
        return lines.stream()
                .map(line -> {
                    var told = line.activity().described();
                    return new Card(
                            line.activity(),
                            vocabulary.kindName(told.kind()),
                            vocabulary.campaignName(told.campaign()),
                            names.getOrDefault(told.region(), ""),
                            line.sessions().stream().map(this::seating).toList());
                })
                .toList();
    }

    Detail detail(Activity activity, List<Session> sessions) {
        var told = activity.described();
        var way = regions.pathTo(told.region()).stream()
                .filter(region -> region.level() != RegionLevel.AUTONOMOUS_REGION)
                .map(Region::name)
                .toList();
        return new Detail(
                activity,
                vocabulary.kindName(told.kind()),
                vocabulary.campaignName(told.campaign()),
                way.isEmpty() ? told.region().value() : String.join(" ", way),
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

    /** The quotas that are still kept, with the names of their divisions; elders come first, without one. */
    public List<Kept> kept(Offer offer) {
        return !offer.keeps()
                ? List.of()
                : offer.admission().quotas().stream()
                        .map(quota -> new Kept(quota, name(quota.region())))
                        .toList();
    }

    private String name(@Nullable RegionCode region) {
        return region == null ? "" : regions.find(region).map(Region::name).orElse(region.value());
    }

    Words words() {
        var banners = regions.withinLevel(RegionLevel.BANNER);
        return new Words(
                regions.withinLevel(RegionLevel.LEAGUE).stream()
                        .map(league -> new League(
                                league,
                                banners.stream()
                                        .filter(banner -> Objects.equals(banner.parent(), league.code()))
                                        .toList()))
                        .toList(),
                vocabulary.kinds(),
                terms.audiences().stream()
                        .filter(term -> !term.code().isEmpty())
                        .toList());
    }
}
