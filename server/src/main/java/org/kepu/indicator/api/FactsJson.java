package org.kepu.indicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.FactLines;
import org.kepu.shared.BodyId;

/**
 * A page of the facts of a figure, the latest first.
 *
 * @param next what to send as {@code after} for the next page; null on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactsJson(List<Line> facts, @Nullable String next) {

    /**
     * A fact.
     *
     * @param counters the fact that it takes back; its amounts are below nought then
     * @param source the name of the system or module that told it
     * @param id its row there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long fact,
            String kind,
            LocalDate day,
            String region,
            String audience,
            String place,
            boolean rural,
            int events,
            int attendances,
            int minutes,
            long money,
            long quantity,
            @Nullable Long counters,
            String source,
            String id,
            int version,
            String title,
            List<UUID> organisers,
            List<UUID> measures,
            @Nullable String thing,
            Instant recordedAt) {

        static Line of(FactLines.Line line) {
            return new Line(
                    line.id(),
                    line.kind(),
                    line.day(),
                    line.region().value(),
                    line.audienceName(),
                    line.placeName(),
                    line.rural(),
                    line.events(),
                    line.attendances(),
                    line.minutes(),
                    line.money(),
                    line.quantity(),
                    line.counters(),
                    line.source().name(),
                    line.source().id(),
                    line.version(),
                    line.title(),
                    line.organisers().stream().map(BodyId::value).toList(),
                    line.measures(),
                    line.thingName(),
                    line.recordedAt());
        }
    }
}
