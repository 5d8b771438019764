package org.kepu.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body in a leading group.
 *
 * @param until the first day on which it is no longer in it; none while that is open
 */
public record Member(Body body, LocalDate since, @Nullable LocalDate until, List<KnownDelegate> delegates) {

    public Member {
        delegates = List.copyOf(delegates);
    }

    Member with(List<KnownDelegate> persons) {
        return new Member(body, since, until, persons);
    }

    public Optional<KnownDelegate> delegate(Delegate.Part part) {
        return delegates.stream()
                .filter(known -> known.delegate().part() == part)
                .findFirst();
    }
}
