package org.kepu.people;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * By what hours count in a division.
 *
 * @param dayCap minutes that count of a day at most
 * @param monthFlag minutes in a month from which on somebody looks again
 * @param speedFlag kilometres an hour from which on somebody looks again at two shifts of one person
 * @param closeAfter minutes after its end from which on a shift without a time of leaving is closed by rule
 * @param points whether the division gives points
 * @param pointHours points for a full hour
 * @param version one more with each change; entries name it
 */
public record ServiceRule(
        @JsonProperty("day-cap") int dayCap,
        @JsonProperty("month-flag") int monthFlag,
        @JsonProperty("speed-flag") int speedFlag,
        @JsonProperty("close-after") int closeAfter,
        boolean points,
        @JsonProperty("point-hours") int pointHours,
        int version) {}
