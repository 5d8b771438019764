package org.kepu.activity.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityKind;
import org.kepu.activity.Campaign;
import org.kepu.activity.Vocabulary;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanSummary;
import org.kepu.plan.Plans;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What a clerk may choose from who writes an activity. */
@Component
@PublicKnowledge("divisions, bodies, plans and words are published")
public class Choices {

    private final Regions regions;
    private final Bodies bodies;
    private final Plans plans;
    private final Terms terms;
    private final Vocabulary vocabulary;
    private final NamedBodies names;
    private final Clock clock;

    Choices(
            Regions regions,
            Bodies bodies,
            Plans plans,
            Terms terms,
            Vocabulary vocabulary,
            NamedBodies names,
            Clock clock) {
        this.regions = regions;
        this.bodies = bodies;
        this.plans = plans;
        this.terms = terms;
        this.vocabulary = vocabulary;
        this.names = names;
        this.clock = clock;
    }

    /** All of it for one form. */
    public record Offered(
            List<Divisions> divisions,
            List<BodiesOf> bodies,
            List<MeasuresOf> plans,
            List<ActivityKind> kinds,
            List<Campaign> campaigns,
            List<Term> audiences,
            List<Term> places,
            List<Body> elsewhere,
            List<PlanStructure.Measure> others) {

        /** With what was chosen that is not offered: organisers of other divisions, measures of other plans. */
        Offered with(List<Body> chosenBodies, List<PlanStructure.Measure> chosenMeasures) {
            return new Offered(
                    divisions,
                    bodies,
                    plans,
                    kinds,
                    campaigns,
                    audiences,
                    places,
                    chosenBodies.stream()
                            .filter(body -> bodies.stream()
                                    .noneMatch(some -> some.bodies().contains(body)))
                            .toList(),
                    chosenMeasures.stream()
                            .filter(measure -> plans.stream()
                                    .noneMatch(some -> some.measures().stream()
                                            .anyMatch(one -> one.id().equals(measure.id()))))
                            .toList());
        }
    }

    /** A division with those below it. */
    public record Divisions(Region head, List<Region> members) {}

    /** The bodies of a division. */
    public record BodiesOf(Region region, List<Body> bodies) {}

    /** The measures of a plan. */
    public record MeasuresOf(Plan plan, List<PlanStructure.Measure> measures) {}

    /** @param roots the divisions from which on one may choose */
    Offered of(List<RegionCode> roots, @Nullable RegionCode chosen) {
        var way = chosen == null ? List.<Region>of() : regions.pathTo(chosen).reversed();
        return new Offered(
                divisions(roots, chosen),
                way.stream()
                        .map(region -> new BodiesOf(region, bodies.in(region.code())))
                        .filter(some -> !some.bodies().isEmpty())
                        .toList(),
                measures(way),
                vocabulary.kinds(),
                vocabulary.campaigns(Year.now(clock)),
                terms.audiences().stream()
                        .filter(term -> !term.code().isEmpty())
                        .toList(),
                terms.places(),
                List.of(),
                List.of());
    }

    /** What may be chosen, and what is. */
    Offered of(List<RegionCode> roots, ActivityForm form) {
        var region =
                form.regionCode().filter(code -> regions.find(code).isPresent()).orElse(null);
        return of(roots, region)
                .with(
                        bodies(form.organisers().stream()
                                .flatMap(id -> bodyId(id).stream())
                                .toList()),
                        form.measures().stream()
                                .flatMap(id -> measure(id).stream())
                                .toList());
    }

    /** The plans in force of the nearest division that has any, with their measures. */
    public List<MeasuresOf> measuresIn(RegionCode region) {
        return measures(regions.pathTo(region).reversed());
    }

    private static Optional<BodyId> bodyId(String written) {
        try {
            return Optional.of(BodyId.of(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<PlanStructure.Measure> measure(String written) {
        try {
            var id = MeasureId.of(written);
            return plans.of(id)
                    .flatMap(plan -> plans.structure(plan.id())
                            .measures()
                            .filter(one -> one.id().equals(id))
                            .findFirst());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Says at each field what is wrong; otherwise the form with all its organisers, those too that were told by name. */
    ActivityForm checked(ActivityForm form, Errors errors) {
        form.check(vocabulary, terms, errors);
        if (form.otherNames().isEmpty() || form.regionCode().isEmpty()) {
            return form;
        }
        var called = names.called(form.otherNames());
        var upward = names.upward(form.regionCode().get());
        var joined = new ArrayList<BodyId>();
        for (var name : form.otherNames()) {
            names.meant(called.getOrDefault(name, List.of()), upward)
                    .ifPresentOrElse(
                            body -> joined.add(body.id()),
                            () -> errors.rejectValue("others", "planning.wrong.others", new Object[] {name}, ""));
        }
        return errors.hasErrors() ? form : form.joinedBy(joined);
    }

    /** The plans in force of the nearest division that has any. */
    private List<MeasuresOf> measures(List<Region> way) {
        var year = LocalDate.now(clock).getYear();
        var inForce = plans.all().stream()
                .map(PlanSummary::plan)
                .filter(plan -> plan.periodFrom() <= year && year <= plan.periodTo())
                .toList();
        return way.stream()
                .map(region -> inForce.stream()
                        .filter(plan -> plan.region().equals(region.code()))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream)
                .map(plan -> new MeasuresOf(
                        plan, plans.structure(plan.id()).measures().toList()))
                .toList();
    }

    private List<Divisions> divisions(List<RegionCode> roots, @Nullable RegionCode chosen) {
        var groups = new ArrayList<Divisions>();
        roots.stream().sorted().flatMap(code -> regions.find(code).stream()).forEach(top -> groups.addAll(below(top)));
        if (chosen != null
                && groups.stream()
                        .noneMatch(group -> group.members().stream()
                                .anyMatch(one -> one.code().equals(chosen)))) {
            regions.find(chosen).ifPresent(region -> groups.addFirst(new Divisions(region, List.of(region))));
        }
        return groups;
    }

    private List<Divisions> below(Region top) {
        if (top.level() != RegionLevel.AUTONOMOUS_REGION) {
            return List.of(family(top));
        }
        return Stream.concat(
                        Stream.of(new Divisions(top, List.of(top))),
                        regions.childrenOf(top.code()).stream().map(this::family))
                .toList();
    }

    private Divisions family(Region head) {
        var members = new ArrayList<Region>();
        members.add(head);
        members.addAll(regions.childrenOf(head.code()));
        return new Divisions(head, members);
    }

    /** The divisions of bodies. */
    List<RegionCode> regionsOf(Collection<BodyId> ids) {
        return bodies.all(ids).values().stream().map(Body::region).distinct().toList();
    }

    Optional<Region> region(RegionCode code) {
        return regions.find(code);
    }

    /** What people call a division. */
    String regionName(RegionCode code) {
        return regions.find(code).map(Region::name).orElse(code.value());
    }

    /** Those of the bodies that there are. */
    List<Body> bodies(Collection<BodyId> ids) {
        return List.copyOf(bodies.all(ids).values());
    }

    boolean reaches(Scope scope, RegionCode code) {
        return regions.reaches(scope, code);
    }
}
