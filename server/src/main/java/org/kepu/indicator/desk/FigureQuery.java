package org.kepu.indicator.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Figures;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A figure as a page asks for it, and the addresses of its neighbours.
 *
 * @param on the day whose tree is meant; null for today's
 * @param months whether the trend is that of twelve months, instead of five years
 */
public record FigureQuery(
        Definition definition,
        Region region,
        WindowChoice window,
        Breakdown by,
        @Nullable LocalDate on,
        boolean months) {

    Figures.Question question() {
        return new Figures.Question(definition, region.code(), window.window(), by, on);
    }

    Figures.Question question(Breakdown other) {
        return new Figures.Question(definition, region.code(), window.window(), other, on);
    }

    /** The address of this figure. */
    public String path() {
        return path("", region.code(), by, months);
    }

    /** The same of another division. */
    public String at(String code) {
        return path("", new RegionCode(code), by, months);
    }

    public String trend(boolean ofMonths) {
        return path("", region.code(), by, ofMonths);
    }

    /** The facts that it is made of. */
    public String facts() {
        return path("/facts", region.code(), Breakdown.NONE, false);
    }

    /** The same as a sheet. */
    public String csv() {
        return path("/figure.csv", region.code(), by, false);
    }

    private String path(String below, RegionCode code, Breakdown breakdown, boolean ofMonths) {
        var address = UriComponentsBuilder.fromPath("/desk/indicators/" + definition.id() + below)
                .queryParam("region", code.value())
                .queryParam("window", window.key());
        if (window.kind() == WindowChoice.Kind.OWN) {
            address.queryParam("from", window.window().from())
                    .queryParam("to", window.window().to());
        }
        if (breakdown != Breakdown.NONE) {
            address.queryParam("by", breakdown);
        }
        if (on != null) {
            address.queryParam("on", on);
        }
        if (ofMonths) {
            address.queryParam("trend", "months");
        }
        return address.toUriString();
    }
}
