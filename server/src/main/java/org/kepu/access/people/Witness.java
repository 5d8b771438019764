package org.kepu.access.people;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database had to say: its constraints have the last word where two act at once. */
final class Witness {

    private Witness() {}

    /** The constraint that was broken, if one is named. */
    static Optional<String> constraint(DataIntegrityViolationException refusal) {
        return refusal.getMostSpecificCause() instanceof PSQLException told && told.getServerErrorMessage() != null
                ? Optional.ofNullable(told.getServerErrorMessage().getConstraint())
                : Optional.empty();
    }
}
