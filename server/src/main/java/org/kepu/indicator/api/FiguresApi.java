package org.kepu.indicator.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.api.Problem.Code;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.FactLines;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Selection;
import org.kepu.indicator.figure.Window;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The indicators and their figures for other systems. */
@RestController
@RequestMapping("/api/v1")
class FiguresApi {

    private static final String INDICATOR = "Id of the indicator";
    private static final String REGION = "Code of the division; needed";
    private static final String FROM = "First day of the window; needed";
    private static final String TO = "Last day of the window; needed";
    private static final String BY =
            "How to break it down: region (the divisions below), month, audience, place or organiser. Bodies that organised"
                    + " together are credited each, so their parts may add up to more than the value";
    private static final String ORGANISER = "organiser";
    private static final String EDITION = "A day by whose administrative tree to read; today's if not said";
    private static final String AFTER = "The cursor `next` of the page before";
    private static final String LIMIT = "Lines of a page, 1 to 500; 100 if not said";

    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2149, 12, 31);
    private static final int MOST_LINES = 500;
    private static final ClassPathResource SCHEMA = new ClassPathResource("indicator/definition.schema.json");

    private final Definitions definitions;
    private final Figures figures;
    private final FactLines lines;
    private final JsonMapper json;
    private final Clock clock;

    FiguresApi(Definitions definitions, Figures figures, FactLines lines, JsonMapper json, Clock clock) {
        this.definitions = definitions;
        this.figures = figures;
        this.lines = lines;
        this.json = json;
        this.clock = clock;
    }

    @Operation(summary = "All indicators as they are defined today")
    @GetMapping("/indicators")
    List<JsonNode> indicators(@May(Right.READ_FIGURES) Scope scope) {
        return definitions.on(LocalDate.now(clock)).stream().map(this::tree).toList();
    }

    @Operation(summary = "One indicator as it is defined today")
    @GetMapping("/indicators/{indicator}")
    JsonNode indicator(
            @May(Right.READ_FIGURES) Scope scope, @Parameter(description = INDICATOR) @PathVariable String indicator) {
        return tree(definition(indicator, LocalDate.now(clock)));
    }

    @Operation(summary = "The JSON Schema of a definition")
    @GetMapping("/indicators/schema")
    ResponseEntity<Resource> schema(@May(Right.READ_FIGURES) Scope scope) {
        return SCHEMA.exists()
                ? ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/schema+json"))
                        .body(SCHEMA)
                : ResponseEntity.notFound().build();
    }

    @Operation(summary = "What an indicator says of a division in a window, exact at the moment of reading")
    @GetMapping("/figures/{indicator}")
    FigureJson figure(
            @May(Right.READ_FIGURES) Scope scope,
            @Parameter(description = INDICATOR) @PathVariable String indicator,
            @Parameter(description = REGION) @RequestParam(required = false) @Nullable String region,
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
            @Parameter(description = TO) @RequestParam(required = false) @Nullable String to,
            @Parameter(description = BY) @RequestParam(required = false) @Nullable String by,
            @Parameter(description = EDITION) @RequestParam(required = false) @Nullable String edition) {
        var window = window(from, to);
        var definition = definition(indicator, window.to());
        boolean byOrganiser = ORGANISER.equals(by) && Figures.creditsOrganisers(definition.method());
        var question = new Figures.Question(
                definition,
                region(region),
                window,
                byOrganiser ? Breakdown.NONE : breakdown(definition, by),
                edition(edition));
        return FigureJson.of(
                by, byOrganiser ? figures.readByOrganiser(scope, question) : figures.read(scope, question));
    }

    @Operation(summary = "The facts that a figure is made of, the latest first, page by page")
    @GetMapping("/figures/{indicator}/facts")
    ResponseEntity<FactsJson> facts(
            @May(Right.READ_FIGURES) Scope scope,
            @Parameter(description = INDICATOR) @PathVariable String indicator,
            @Parameter(description = REGION) @RequestParam(required = false) @Nullable String region,
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
            @Parameter(description = TO) @RequestParam(required = false) @Nullable String to,
            @Parameter(description = EDITION) @RequestParam(required = false) @Nullable String edition,
            @Parameter(description = AFTER) @RequestParam(required = false) @Nullable String after,
            @Parameter(description = LIMIT) @RequestParam(required = false) @Nullable String limit) {
        var window = window(from, to);
        var selection = FactLines.of(definition(indicator, window.to()).method());
        var asked = region(region);
        int most = limit(limit);
        var page = selection
                .map(of -> lines.page(scope, of, asked, window, edition(edition), cursor(after), most + 1))
                .orElseGet(() -> nothing(scope, asked, window));
        var next = page.size() > most ? cursor(page.get(most - 1)) : null;
        var answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(
                    HttpHeaders.LINK, "<" + next(indicator, asked, window, edition, next, most) + ">; rel=\"next\"");
        }
        return answer.body(
                new FactsJson(page.stream().limit(most).map(FactsJson.Line::of).toList(), next));
    }

    /** A stated value is made of no facts; whether the division is within reach is still to be asked. */
    private List<FactLines.Line> nothing(Scope scope, RegionCode region, Window window) {
        lines.page(scope, Selection.of("LECTURE"), region, window, null, null, 0);
        return List.of();
    }

    private static URI next(
            String indicator, RegionCode region, Window window, @Nullable String edition, String after, int limit) {
        return UriComponentsBuilder.fromPath("/api/v1/figures/{indicator}/facts")
                .queryParam("region", region)
                .queryParam("from", window.from())
                .queryParam("to", window.to())
                .queryParamIfPresent("edition", Optional.ofNullable(edition))
                .queryParam("after", after)
                .queryParam("limit", limit)
                .build(indicator);
    }

    private JsonNode tree(Definition definition) {
        return json.readTree(definitions.json(definition));
    }

    private Definition definition(String indicator, LocalDate day) {
        return definitions.find(indicator, day).orElseThrow(() -> new Problem(Code.UNKNOWN_INDICATOR));
    }

    private static RegionCode region(@Nullable String written) {
        if (written == null || written.isBlank()) {
            throw new Problem(Code.REGION_MISSING);
        }
        return RegionCode.read(written).orElseThrow(() -> new Problem(Code.REGION_NOT_FOUND));
    }

    private static Window window(@Nullable String from, @Nullable String to) {
        var first = day(from, Code.BAD_WINDOW);
        var last = day(to, Code.BAD_WINDOW);
        if (first == null || last == null || last.isBefore(first)) {
            throw new Problem(Code.BAD_WINDOW);
        }
        return new Window(first, last);
    }

    private static @Nullable LocalDate edition(@Nullable String written) {
        return day(written, Code.BAD_EDITION);
    }

    private static @Nullable LocalDate day(@Nullable String written, Code otherwise) {
        if (written == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(written);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                throw new Problem(otherwise);
            }
            return day;
        } catch (DateTimeException e) {
            throw new Problem(otherwise);
        }
    }

    private static Breakdown breakdown(Definition definition, @Nullable String written) {
        if (written == null) {
            return Breakdown.NONE;
        }
        return Arrays.stream(Breakdown.values())
                .filter(by -> by != Breakdown.NONE
                        && by.name().toLowerCase(Locale.ROOT).equals(written))
                .filter(by -> Figures.allows(definition.method(), by))
                .findFirst()
                .orElseThrow(() -> new Problem(Code.BAD_BREAKDOWN));
    }

    private static int limit(@Nullable String written) {
        if (written == null) {
            return 100;
        }
        if (!written.matches("[1-9][0-9]{0,2}") || Integer.parseInt(written) > MOST_LINES) {
            throw new Problem(Code.BAD_LIMIT);
        }
        return Integer.parseInt(written);
    }

    private static String cursor(FactLines.Line last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.day() + "." + last.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static FactLines.@Nullable After cursor(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII).split("\\.", 2);
            return new FactLines.After(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Problem(Code.BAD_CURSOR);
        }
    }
}
