package org.kepu.indicator.desk;

import static java.util.Comparator.comparing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Method;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** Understands what an address asks of a figure. What it leaves open is the reader's own topmost division and the usual window. */
@Component
class Asking {

    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final Definitions definitions;
    private final Regions regions;
    private final Windows windows;

    Asking(Definitions definitions, Regions regions, Windows windows) {
        this.definitions = definitions;
        this.regions = regions;
        this.windows = windows;
    }

    /** The indicator as it is defined today. */
    Definition definition(String indicator) {
        return definitions.find(indicator, windows.today()).orElseThrow(NotFound::new);
    }

    /** The topmost division within reach; empty for those who have a body only. */
    static Optional<RegionCode> home(Scope scope) {
        return scope.regions().stream().min(comparing(RegionCode::level).thenComparing(RegionCode::value));
    }

    /**
     * The figure that is meant, by the definition that holds at the end of its window.
     *
     * @throws NotFound if there is no such indicator or window, or the division is not within reach
     */
    FigureQuery figure(Scope scope, String indicator, FigureAsked asked) {
        var today = definition(indicator);
        var region = (asked.region().isEmpty() ? home(scope) : RegionCode.read(asked.region()))
                .filter(code -> regions.reaches(scope, code))
                .flatMap(regions::find)
                .orElseThrow(NotFound::new);
        var window = windows.read(today.span(), asked.window(), asked.from(), asked.to())
                .orElseThrow(NotFound::new);
        var definition = definitions.find(indicator, window.window().to()).orElse(today);
        boolean byOrganiser =
                asked.by().equals(FigureQuery.ORGANISER) && Figures.creditsOrganisers(definition.method());
        return new FigureQuery(
                definition,
                region,
                window,
                byOrganiser ? Breakdown.NONE : by(asked.by(), definition.method(), region.level()),
                byOrganiser,
                on(asked.on()),
                asked.trend().equals("months") && definition.method() instanceof Method.Sum);
    }

    private static Breakdown by(String asked, Method method, RegionLevel level) {
        var usual = level == RegionLevel.GACHA || method instanceof Method.Stated ? Breakdown.NONE : Breakdown.REGION;
        return Arrays.stream(Breakdown.values())
                .filter(by -> by.name().equals(asked) && Figures.allows(method, by))
                .findFirst()
                .orElse(usual);
    }

    private @Nullable LocalDate on(String asked) {
        try {
            var day = asked.isEmpty() ? null : LocalDate.parse(asked);
            return day == null || !day.isBefore(windows.today()) || day.isBefore(EARLIEST) ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
