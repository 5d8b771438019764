package org.kepu.activity.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of asking for places.
 *
 * @param result {@code confirmed}, {@code already} or {@code waiting}; what is refused is a problem
 * @param code by which the booking is found again at {@code /registrations/{code}}; of what others booked it is not told
 * @param position in the line, from 1
 * @param waiting of what was booked already: whether it waits for a place
 * @param state of what was booked already: {@code entered} (to be drawn), {@code waiting}, {@code offered} or {@code confirmed}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerJson(
        String result,
        @Nullable String code,
        @Nullable Integer position,
        @Nullable Boolean waiting,
        @Nullable String state) {}
