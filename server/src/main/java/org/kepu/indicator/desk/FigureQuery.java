package org.kepu.indicator.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.figure.Figures;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A figure as a page asks for it, and the addresses of its neighbours.
 *
 * @param byOrganiser whether each body that organised has a part, instead of a breakdown
 * @param on the day whose tree is meant; null for today's
 * @param months whether the trend is that of twelve months, instead of five years
 */
public record FigureQuery(
        Definition definition,
        Region region,
        WindowChoice window,
        Breakdown by,
        boolean byOrganiser,
        @Nullable LocalDate on,
        boolean months) {

    /** What an address says for {@code byOrganiser}. */
    static final String ORGANISER = "ORGANISER";

    /** The whole of another window, on the same edition. */
    FigureQuery over(WindowChoice other, Breakdown otherBy) {
        return new FigureQuery(definition, region, other, otherBy, false, on, false);
    }

    Figure read(Figures figures, Scope scope) {
        return byOrganiser ? figures.readByOrganiser(scope, question()) : figures.read(scope, question());
    }

    public boolean hasParts() {
        return byOrganiser || by != Breakdown.NONE;
    }

    /** How an address says into what it is broken down. */
    public String parts() {
        return byOrganiser ? ORGANISER : by.name();
    }

    /** The key of the name of its parts on screen. */
    public String partsKey() {
        return byOrganiser ? "indicator.by.ORGANISER" : by.messageKey();
    }

    /** The key of what each of its parts is. */
    public String partKey() {
        return byOrganiser
                ? "indicator.fact.organisers"
                : switch (by) {
                    case NONE, REGION -> "indicator.region";
                    case MONTH -> "indicator.month.head";
                    case AUDIENCE -> "indicator.fact.audience";
                    case PLACE -> "indicator.fact.place";
                };
    }

    Figures.Question question() {
        return new Figures.Question(definition, region.code(), window.window(), by, on);
    }

    Figures.Question question(Breakdown other) {
        return new Figures.Question(definition, region.code(), window.window(), other, on);
    }

    /** The address of this figure. */
    public String path() {
        return path("", region.code(), parts(), months);
    }

    /** The same of another division. */
    public String at(String code) {
        return path("", new RegionCode(code), parts(), months);
    }

    public String trend(boolean ofMonths) {
        return path("", region.code(), parts(), ofMonths);
    }

    /** The facts that it is made of. */
    public String facts() {
        return path("/facts", region.code(), Breakdown.NONE.name(), false);
    }

    /** The same as a sheet. */
    public String csv() {
        return path("/figure.csv", region.code(), parts(), false);
    }

    private String path(String below, RegionCode code, String parts, boolean ofMonths) {
        var address = UriComponentsBuilder.fromPath("/desk/indicators/" + definition.id() + below)
                .queryParam("region", code.value())
                .queryParam("window", window.key());
        if (window.kind() == WindowChoice.Kind.OWN) {
            address.queryParam("from", window.window().from())
                    .queryParam("to", window.window().to());
        }
        if (!parts.equals(Breakdown.NONE.name())) {
            address.queryParam("by", parts);
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
