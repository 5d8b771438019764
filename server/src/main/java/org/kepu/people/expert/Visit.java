package org.kepu.people.expert;

import java.time.LocalDate;
import java.util.List;
import org.kepu.people.tour.Stop;
import org.kepu.people.tour.Tour;

/** The stop of a tour for which an expert is looked for. */
public record Visit(Tour tour, Stop stop) {

    /** Those whose term holds on the planned day, or else on some day of the tour; days that are past are none. */
    List<Expert> among(List<Expert> experts, LocalDate today) {
        var planned = stop.planned().day().filter(day -> !day.isBefore(today));
        var from = planned.orElse(later(tour.first(), today));
        var to = planned.orElse(tour.last());
        return experts.stream()
                .filter(expert -> expert.serves(later(from, expert.from()))
                        && !expert.from().isAfter(to))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What the address of an expert's invitation says of it. */
    public String query() {
        return "?tour=" + tour.id() + "&banner=" + stop.banner().value();
    }
}
