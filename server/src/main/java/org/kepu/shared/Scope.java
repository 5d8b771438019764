package org.kepu.shared;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where an actor may exercise one right at this moment: the sum of the grants that hold now. Every staff use case takes
 * one; without it nothing compiles, and what it does not name is not there: an empty scope reaches nothing.
 *
 * @param day the day on which the tree is looked at
 * @param regions divisions, each with all that lies below it
 * @param bodies bodies of which the actor is a clerk
 * @param plans plans that were opened to the actor
 */
public record Scope(
        Actor actor, Right right, LocalDate day, Set<RegionCode> regions, Set<BodyId> bodies, Set<PlanId> plans) {

    public Scope {
        regions = Set.copyOf(regions);
        bodies = Set.copyOf(bodies);
        plans = Set.copyOf(plans);
    }

    /** Reaches nothing. */
    public static Scope nothing(Actor actor, Right right) {
        return new Scope(actor, right, LocalDate.EPOCH, Set.of(), Set.of(), Set.of());
    }

    /**
     * What a job or a command of the program does of its own accord: it has no grants, so it says where it acts.
     *
     * @throws IllegalArgumentException if the actor is not the program
     */
    public static Scope ofProgram(Actor program, Right right, LocalDate day, Set<RegionCode> regions) {
        if (program.kind() != Actor.Kind.PROGRAM) {
            throw new IllegalArgumentException("people have grants: " + program);
        }
        return new Scope(program, right, day, regions, Set.of(), Set.of());
    }

    public boolean isEmpty() {
        return regions.isEmpty() && bodies.isEmpty() && plans.isEmpty();
    }

    /**
     * The first line of a use case: says which right it stands on.
     *
     * @throws IllegalArgumentException if the scope was made for another right, which is a fault of ours
     */
    public Scope demands(Right needed) {
        if (right != needed) {
            throw new IllegalArgumentException("a scope for " + right + " does not serve " + needed);
        }
        return this;
    }

    /**
     * What fills {@code :scopeRegions}, {@code :scopeDay}, {@code :scopeBodies} and {@code :scopePlans} of a statement.
     * Rows of a division are in reach where {@code region_code in (select region.reach(:scopeRegions, :scopeDay))}.
     */
    public Map<String, Object> parameters() {
        return Map.of(
                "scopeRegions", regions.stream().map(RegionCode::value).sorted().toArray(String[]::new),
                "scopeDay", day,
                "scopeBodies", bodies.stream().map(BodyId::value).sorted().toArray(UUID[]::new),
                "scopePlans", plans.stream().map(PlanId::value).sorted().toArray(UUID[]::new));
    }

    /** The same, only where these divisions and bodies are among its own; never wider. */
    public Scope only(Set<RegionCode> divisions, Set<BodyId> ofBodies) {
        return new Scope(actor, right, day, among(regions, divisions), among(bodies, ofBodies), Set.of());
    }

    private static <T> Set<T> among(Set<T> own, Set<T> others) {
        return own.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
    }
}
