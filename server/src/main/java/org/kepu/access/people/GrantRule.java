package org.kepu.access.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.shared.Actor;

/**
 * Who may give which role to whom, in the order in which a clerk should hear it. What stands here is also kept by the
 * constraints and triggers of {@code access.role_grant}, where two who give at once meet.
 */
enum GrantRule {
    /** Nobody gives to oneself. */
    TO_ONESELF("role", (wanted, known) -> known.giver().equals(wanted.holder())),
    /** A security administrator gives within the reach of the own grant. */
    OUT_OF_REACH("place", (wanted, known) -> !known.reached()),
    CLOSED_ACCOUNT("role", (wanted, known) -> known.closed()),
    /** Whoever invited has read the link where messages do not leave the platform. */
    NOT_TAKEN_UP("role", (wanted, known) -> wanted.role().isSeparate() && !known.joined()),
    /** The three hands are people. */
    NOT_FOR_SERVICES("role", (wanted, known) -> wanted.role().isSeparate() && known.kind() != Actor.Kind.STAFF),
    /** The three hands serve a division, not a body or a plan. */
    HAND_NEEDS_A_REGION(
            "place",
            (wanted, known) -> wanted.role().isSeparate() && wanted.place().kind() != Place.Kind.REGION),
    /** Requests of people lie in a division: an officer of a body or a plan would see none. */
    OFFICER_NEEDS_A_REGION(
            "place",
            (wanted, known) ->
                    wanted.role() == Role.PRIVACY_OFFICER && wanted.place().kind() != Place.Kind.REGION),
    BEGINS_IN_THE_PAST("from", (wanted, known) -> wanted.period().from().isBefore(known.today())),
    ENDS_BEFORE_IT_BEGINS("until", (wanted, known) -> wanted.period().isOver()),
    /** The three hands go with no other role at the same time (三员分立). */
    HANDS_STAY_APART(
            "role",
            (wanted, known) -> known.meanwhile().stream()
                    .anyMatch(other -> other.role() != wanted.role()
                            && (other.role().isSeparate() || wanted.role().isSeparate()))),
    HELD_ALREADY(
            "place",
            (wanted, known) -> known.meanwhile()
                    .contains(new Other(wanted.role(), wanted.place().key())));

    private final String field;
    private final BiPredicate<Wanted, Known> broken;

    GrantRule(String field, BiPredicate<Wanted, Known> broken) {
        this.field = field;
        this.broken = broken;
    }

    /** What somebody wants to give. */
    record Wanted(UUID holder, Role role, Place place, Period period, String reason) {}

    /** A role that the same account holds within the same time. */
    record Other(Role role, String place) {}

    /**
     * What is known of those concerned.
     *
     * @param reached whether the place lies within the giver's reach
     * @param joined whether the invitation to the account was taken up, if there was one
     * @param meanwhile what the holder has at some time of the wanted period
     */
    record Known(
            UUID giver,
            boolean reached,
            Actor.Kind kind,
            boolean closed,
            boolean joined,
            List<Other> meanwhile,
            LocalDate today) {
        Known {
            meanwhile = List.copyOf(meanwhile);
        }
    }

    /** The field of the form at which it is told. */
    String field() {
        return field;
    }

    /** The rule that the database kept, by the name of its constraint. */
    static Optional<GrantRule> ofConstraint(String name) {
        return switch (name) {
            case "role_grant_is_not_given_to_oneself" -> Optional.of(TO_ONESELF);
            case "role_grant_by_the_right_hand" -> Optional.of(OUT_OF_REACH);
            case "role_grant_to_the_right_kind" -> Optional.of(NOT_FOR_SERVICES);
            case "role_grant_officer_has_a_region" -> Optional.of(OFFICER_NEEDS_A_REGION);
            case "role_grant_hands_stay_apart" -> Optional.of(HANDS_STAY_APART);
            case "role_grant_given_once" -> Optional.of(HELD_ALREADY);
            default -> Optional.empty();
        };
    }

    /** The key of the sentence. */
    String messageKey() {
        return "access.grant.rule." + name();
    }

    /** All that speaks against it; nothing if it may be given. */
    static List<GrantRule> broken(Wanted wanted, Known known) {
        return Arrays.stream(values())
                .filter(rule -> rule.broken.test(wanted, known))
                .toList();
    }
}
