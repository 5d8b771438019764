package org.kepu.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.Offers;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.WhatsOn;
import org.kepu.page.CodedProblem;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What is on, for other systems. */
@RestController
class ActivitiesApi {

    private static final int MOST = 100;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2149, 12, 31);

    private final Activities activities;
    private final Offers offers;
    private final Clock clock;

    ActivitiesApi(Activities activities, Offers offers, Clock clock) {
        this.activities = activities;
        this.offers = offers;
        this.clock = clock;
    }

    @Operation(summary = "Published activities with the sessions that fit, in the order in which they come")
    @GetMapping("/api/v1/activities")
    ResponseEntity<?> list(
            @May(Right.DESK) Scope scope,
            @Parameter(description = "The first day, in Asia/Shanghai; otherwise whatever is not over")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "The last day; otherwise any") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "The code of a division, with all that lies below it")
                    @RequestParam(required = false)
                    @Nullable
                    String region,
            @Parameter(description = "The code of a kind, such as LECTURE") @RequestParam(required = false) @Nullable
                    String kind,
            @Parameter(description = "The code of an audience, such as ELDERS")
                    @RequestParam(required = false)
                    @Nullable
                    String audience,
            @Parameter(description = "The code of a campaign, such as SCIENCE_DAY")
                    @RequestParam(required = false)
                    @Nullable
                    String campaign,
            @Parameter(description = "The number of the page, from 1") @RequestParam(required = false) @Nullable
                    String page,
            @Parameter(description = "How many on a page, up to 100; otherwise 20")
                    @RequestParam(required = false)
                    @Nullable
                    String limit) {
        var first = day(from);
        var last = day(to);
        var division = region == null ? null : RegionCode.read(region).orElse(null);
        var number = number(page, 1, 100_000);
        var size = number(limit, 20, MOST);
        if (from != null && first == null
                || to != null && last == null
                || region != null && division == null
                || number == 0
                || size == 0) {
            return ResponseEntity.badRequest()
                    .body(CodedProblem.of(
                            HttpStatus.BAD_REQUEST,
                            "bad-filter",
                            "Days are written 2026-03-05, divisions by their code, pages from 1, lines up to 100."));
        }
        var asked = new WhatsOn(
                first == null ? clock.instant() : begin(first),
                last == null ? null : begin(last.plusDays(1)),
                division,
                kind,
                audience,
                campaign);
        var found = activities.list(asked, number, size);
        var next = (long) number * size < found.total() ? Integer.valueOf(number + 1) : null;
        var answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(
                    HttpHeaders.LINK,
                    "<" + next(from, to, region, kind, audience, campaign, next, size) + ">; rel=\"next\"");
        }
        var now = clock.instant();
        return answer.body(new ActivitiesJson(
                found.lines().stream()
                        .map(line -> ActivityJson.of(
                                line.activity(),
                                line.sessions().stream()
                                        .map(session -> SessionJson.of(session, now))
                                        .toList()))
                        .toList(),
                found.total(),
                next));
    }

    @Operation(summary = "A session of a published activity, whether there are places, and how one books it")
    @GetMapping("/api/v1/sessions/{id}")
    ResponseEntity<?> session(
            @May(Right.DESK) Scope scope, @Parameter(description = "The id of the session") @PathVariable String id) {
        return session(id)
                .flatMap(offers::find)
                .<ResponseEntity<?>>map(found ->
                        ResponseEntity.ok(SessionJson.of(found, cancelReason(found.session()), clock.instant())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).body(noSuchSession()));
    }

    private @Nullable String cancelReason(Session session) {
        return session.cancelled()
                ? activities
                        .find(session.activity())
                        .map(Activity::cancelReason)
                        .orElse(null)
                : null;
    }

    static Optional<SessionId> session(String written) {
        try {
            return Optional.of(new SessionId(UUID.fromString(written)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static ProblemDetail noSuchSession() {
        return CodedProblem.of(
                HttpStatus.NOT_FOUND, "session-not-found", "There is no such session, or it is not within reach.");
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static String next(
            @Nullable String from,
            @Nullable String to,
            @Nullable String region,
            @Nullable String kind,
            @Nullable String audience,
            @Nullable String campaign,
            int page,
            int limit) {
        return UriComponentsBuilder.fromPath("/api/v1/activities")
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("to", Optional.ofNullable(to))
                .queryParamIfPresent("region", Optional.ofNullable(region))
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("audience", Optional.ofNullable(audience))
                .queryParamIfPresent("campaign", Optional.ofNullable(campaign))
                .queryParam("page", page)
                .queryParam("limit", limit)
                .encode()
                .build()
                .toUriString();
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            var day = written == null ? null : LocalDate.parse(written);
            return day == null || day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** 0 if it is none. */
    private static int number(@Nullable String written, int otherwise, int most) {
        if (written == null) {
            return otherwise;
        }
        return written.matches("[1-9]\\d{0,5}") && Integer.parseInt(written) <= most ? Integer.parseInt(written) : 0;
    }
}
