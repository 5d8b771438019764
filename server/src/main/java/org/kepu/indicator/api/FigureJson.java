package org.kepu.indicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.figure.Window;

/**
 * A figure for other systems.
 *
 * @param value in the unit; null where there is no official value
 * @param part of a share: what is counted
 * @param whole of a share: what it is counted of
 * @param by how it is broken down into {@code parts}, if it is; parts by organiser may add up to more than the value, and what no
 *     body is credited with has an empty key
 * @param fallShort what has less than is asked of each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureJson(
        String indicator,
        String name,
        String unit,
        String region,
        Window window,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable Long part,
        @Nullable Long whole,
        @Nullable String by,
        List<Figure.Part> parts,
        @JsonProperty("short") List<Figure.Short> fallShort,
        Figure.@Nullable Stated stated,
        LocalDate edition,
        Instant asOf) {

    static FigureJson of(@Nullable String by, Figure figure) {
        return new FigureJson(
                figure.definition().id(),
                figure.definition().name(),
                figure.definition().unit(),
                figure.region().value(),
                figure.window(),
                figure.value(),
                figure.part(),
                figure.whole(),
                by,
                figure.parts(),
                figure.fallShort(),
                figure.stated(),
                figure.edition(),
                figure.asOf());
    }
}
