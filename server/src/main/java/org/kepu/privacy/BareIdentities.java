package org.kepu.privacy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * A place that holds only the number of an account. It tells nothing once the account is erased: so the rows stay for the
 * record, and are counted.
 *
 * @param kept how many rows name this person
 */
record BareIdentities(String source, String messageKey, Set<String> columns, ToIntFunction<UUID> kept)
        implements PersonalData {

    @Override
    public List<Held> find(Subject subject) {
        return List.of();
    }

    @Override
    public Erased erase(Subject subject) {
        return new Erased(0, 0, kept.applyAsInt(subject.person()));
    }

    @Override
    public int left(Subject subject) {
        return 0;
    }
}
