package org.kepu.indicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Recorded;

/**
 * What became of one fact that was told.
 *
 * @param line of the request, where there are several
 * @param id under which it was told
 * @param fact its number here
 * @param code why it was refused
 * @param field the field of the fact that is wrong, where it is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        @Nullable Integer line,
        @Nullable String id,
        Result result,
        @Nullable Long fact,
        @Nullable String code,
        @Nullable String field) {

    enum Result {
        NEW,
        ALREADY,
        REFUSED;

        @com.fasterxml.jackson.annotation.JsonValue
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Answer of(Told told, Recorded recorded) {
        return switch (recorded) {
            case Recorded.New added -> new Answer(null, told.id(), Result.NEW, added.fact(), null, null);
            case Recorded.Already there -> new Answer(null, told.id(), Result.ALREADY, there.fact(), null, null);
            case Recorded.Refused refused -> refused(told, Refusal.of(refused.reason()));
        };
    }

    static Answer refused(Told told, Refusal why) {
        return new Answer(null, told.id(), Result.REFUSED, null, why.word(), why.field());
    }

    Answer at(int number) {
        return new Answer(number, id, result, fact, code, field);
    }
}
