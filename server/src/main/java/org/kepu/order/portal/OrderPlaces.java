package org.kepu.order.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.order.supply.Subjects;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.SupplierId;
import org.kepu.order.supply.Suppliers;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/** Where one may order, and what: divisions by their banner, subjects, audiences, and whom to wish for. */
@Component
@PublicKnowledge("divisions, subjects and the menu are published")
public class OrderPlaces {

    private static final int MOST_TEAMS = 200;

    private final Regions regions;
    private final Subjects subjects;
    private final Suppliers suppliers;
    private final Terms terms;
    private final Clock clock;

    OrderPlaces(Regions regions, Subjects subjects, Suppliers suppliers, Terms terms, Clock clock) {
        this.regions = regions;
        this.subjects = subjects;
        this.suppliers = suppliers;
        this.terms = terms;
        this.clock = clock;
    }

    /** A division with those below it. */
    public record Group(Region head, List<Region> members) {}

    /**
     * What the form offers.
     *
     * @param banner in which the place is
     * @param within the banner itself, then its sumu and streets with their gacha and communities
     * @param wished whom they would like; nobody if they have not said
     */
    public record Offered(
            Region banner,
            List<Group> within,
            List<Subjects.Subject> subjects,
            List<Term> audiences,
            Optional<Supplier> wished,
            LocalDate today) {}

    /** Every banner, by league: where one begins. */
    public List<Group> leagues() {
        return regions.withinLevel(RegionLevel.LEAGUE).stream()
                .map(league -> new Group(league, regions.childrenOf(league.code())))
                .toList();
    }

    public List<Subjects.Subject> subjects() {
        return subjects.all();
    }

    public String subject(String code) {
        return subjects.name(code);
    }

    /** Teams and experts with the names of what they offer and where. */
    public List<MenuLine> lines(List<Supplier> found) {
        var ways = regions.pathsTo(found.stream().map(Supplier::area).toList());
        return found.stream()
                .map(one -> new MenuLine(
                        one,
                        one.subjects().stream().map(subjects::name).toList(),
                        called(ways.getOrDefault(one.area(), List.of()))))
                .toList();
    }

    /** Those who serve in the banner, or somewhere in it. */
    public List<Supplier> teams(Offered offered) {
        var codes = Stream.concat(
                        regions.pathTo(offered.banner().code()).stream(),
                        offered.within().stream().flatMap(group -> group.members().stream()))
                .map(Region::code)
                .toList();
        return suppliers.menu(codes, "", 1, MOST_TEAMS).suppliers();
    }

    /** What a division is called, with the ways above it below the autonomous region: 包头市昆都仑区青松社区. */
    public String called(RegionCode code) {
        return called(regions.pathTo(code));
    }

    private static String called(List<Region> way) {
        return way.stream().skip(way.size() > 1 ? 1 : 0).map(Region::name).reduce("", String::concat);
    }

    /** What the form offers for a banner, or for the one in which a smaller division is. */
    public Optional<Offered> offered(String region, String wished) {
        return RegionCode.read(region)
                .flatMap(code -> regions.pathTo(code).stream()
                        .filter(one -> one.level() == RegionLevel.BANNER)
                        .findFirst()
                        .map(banner -> new Offered(
                                banner,
                                within(banner),
                                subjects.all(),
                                terms.audiences().stream()
                                        .filter(term -> !term.code().isEmpty())
                                        .toList(),
                                supplier(wished),
                                LocalDate.now(clock))));
    }

    private List<Group> within(Region banner) {
        var groups = new ArrayList<Group>();
        groups.add(new Group(banner, List.of(banner)));
        for (var sumu : regions.childrenOf(banner.code())) {
            var members = new ArrayList<>(List.of(sumu));
            members.addAll(regions.childrenOf(sumu.code()));
            groups.add(new Group(sumu, members));
        }
        return groups;
    }

    /** Whoever bears this id; nobody if it is none. */
    public Optional<Supplier> supplier(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : suppliers.find(SupplierId.of(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
