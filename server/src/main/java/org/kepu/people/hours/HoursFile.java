package org.kepu.people.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.people.ServiceTerms;
import org.kepu.shared.Csv;
import org.springframework.stereotype.Service;

/**
 * What a volunteer takes along to another system, as {@code docs/interfaces.md} describes it: one record for each day of
 * a shift. Names and numbers are not in it; the person adds them where it is handed in.
 */
@Service
class HoursFile {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final OwnHours hours;
    private final ServiceTerms terms;

    HoursFile(OwnHours hours, ServiceTerms terms) {
        this.hours = hours;
        this.terms = terms;
    }

    /**
     * A record.
     *
     * @param id which stays, so that nothing is taken twice
     * @param hours with two decimals, cut
     * @param source LIVE if confirmed on the day, IMPORTED if written down afterwards
     */
    record Served(
            long id,
            LocalDate day,
            String title,
            String serviceCode,
            String service,
            String team,
            String region,
            int minutes,
            String hours,
            String source) {}

    record Content(String schema, int stars, long minutes, List<Served> records) {}

    Content json(UUID volunteer) {
        var all = records(volunteer);
        long minutes = all.stream().mapToLong(Served::minutes).sum();
        return new Content("kepu-volunteer-hours/1", terms.stars(minutes), minutes, all);
    }

    String csv(UUID volunteer) {
        return Csv.BYTE_ORDER_MARK
                + Csv.row(Stream.of(
                        "id", "day", "title", "serviceCode", "service", "team", "region", "minutes", "hours", "source"))
                + records(volunteer).stream()
                        .map(one -> Csv.row(
                                one.id(),
                                one.day(),
                                one.title(),
                                one.serviceCode(),
                                one.service(),
                                one.team(),
                                one.region(),
                                one.minutes(),
                                one.hours(),
                                one.source()))
                        .collect(Collectors.joining());
    }

    private List<Served> records(UUID volunteer) {
        return hours.counted(volunteer).stream()
                .map(one -> new Served(
                        one.id(),
                        one.day(),
                        one.title(),
                        one.service(),
                        terms.serviceName(one.service()),
                        one.team(),
                        one.region(),
                        one.minutes(),
                        "%d.%02d"
                                .formatted(
                                        one.minutes() / MINUTES_OF_AN_HOUR,
                                        one.minutes() % MINUTES_OF_AN_HOUR * 100 / MINUTES_OF_AN_HOUR),
                        one.imported() ? "IMPORTED" : "LIVE"))
                .toList();
    }
}
