package org.kepu.indicator;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact. Kinds are data: see {@code indicator/terms.yaml} and the table of the same name.
 *
 * @param amounts what is counted of it
 * @param thing the kind of thing that each such fact is about, if it is
 * @param thingNeeded whether a fact says nothing without it: how a vehicle stands, or a school
 * @param persons whether persons are marked, because a target counts persons and not attendances
 * @param quantity what {@link Amount#QUANTITY} means here, with its unit
 */
public record Kind(
        short id,
        String code,
        String name,
        Set<Amount> amounts,
        @Nullable String thing,
        boolean thingNeeded,
        boolean persons,
        @Nullable String quantity) {

    public Kind {
        amounts = Set.copyOf(amounts);
    }

    /** Why a fact cannot be of this kind. */
    Optional<Recorded.Reason> refuses(Fact fact) {
        if (!amounts.containsAll(fact.amounts().said().keySet())) {
            return Optional.of(Recorded.Reason.AMOUNT_NOT_OF_KIND);
        }
        var about = fact.thing();
        if (about == null ? thingNeeded : !about.kind().equals(thing)) {
            return Optional.of(about == null ? Recorded.Reason.THING_MISSING : Recorded.Reason.THING_OF_OTHER_KIND);
        }
        return fact.persons().isEmpty() || persons
                ? Optional.empty()
                : Optional.of(Recorded.Reason.PERSONS_NOT_COUNTED);
    }
}
