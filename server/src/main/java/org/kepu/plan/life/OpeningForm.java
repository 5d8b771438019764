package org.kepu.plan.life;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Body;
import org.kepu.shared.BodyId;

/** How a consultation is to be held, as typed. */
public record OpeningForm(
        @Nullable String request,
        @Nullable String closesOn,
        @Nullable Boolean openToPublic,
        @Nullable List<String> bodies) {

    public OpeningForm {
        request = request == null ? "" : request.strip();
        closesOn = closesOn == null ? "" : closesOn.strip();
        openToPublic = Boolean.TRUE.equals(openToPublic);
        bodies = bodies == null ? List.of() : List.copyOf(bodies);
    }

    /** The day; {@code null} where there is none to be read. */
    @Nullable
    LocalDate day() {
        try {
            return closesOn == null || !closesOn.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(closesOn);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** Those of the offered bodies that were chosen. */
    List<BodyId> chosen(List<Body> offered) {
        return offered.stream()
                .map(Body::id)
                .filter(id -> bodies != null && bodies.contains(id.toString()))
                .toList();
    }
}
