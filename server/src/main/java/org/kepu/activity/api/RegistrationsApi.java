package org.kepu.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.booking.AdmissionRule;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
import org.kepu.page.CodedProblem;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Registering people from other systems: the same use case as on the portal. */
@RestController
class RegistrationsApi {

    private final Registrations registrations;

    RegistrationsApi(Registrations registrations) {
        this.registrations = registrations;
    }

    @Operation(
            summary = "Ask for places; the same key asks once, however often it comes",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "`already`: the same person has a booking of this session",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = AnswerJson.class))),
                @ApiResponse(
                        responseCode = "201",
                        description = "`confirmed`, or `waiting` with the position in the line",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = AnswerJson.class))),
                @ApiResponse(
                        responseCode = "409",
                        description = "`refused`, with all `reasons`",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class))),
                @ApiResponse(
                        responseCode = "422",
                        description = "A `field` is wrong, or the key came with another request before",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class))),
                @ApiResponse(
                        responseCode = "503",
                        description = "`busy`: too many ask at this moment; the same again after `Retry-After` seconds",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class)))
            })
    @PostMapping("/api/v1/sessions/{id}/registrations")
    ResponseEntity<?> register(
            @May(Right.BOOK_FOR_OTHERS) Scope scope,
            @Parameter(description = "The id of the session") @PathVariable String id,
            @Parameter(description = "1 to 120 signs, another one for each request")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestBody RequestJson asked) {
        if (key == null || key.isBlank() || key.length() > Applicant.LONGEST_KEY) {
            return problem(
                    HttpStatus.BAD_REQUEST, "idempotency-key-missing", "Send an Idempotency-Key of 1 to 120 signs.");
        }
        var session = ActivitiesApi.session(id);
        if (session.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(ActivitiesApi.noSuchSession());
        }
        var wrong = asked.wrong();
        if (wrong.isPresent()) {
            var problem = CodedProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "bad-" + wrong.get().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT),
                    "A name has 1 to 40 signs, a telephone number 7 to 12 digits, a booking 1 to 500 places; only"
                            + " groups and schools have a name of their own, only schools a grade, only families children.");
            problem.setProperty("field", wrong.get());
            return ResponseEntity.unprocessableContent().body(problem);
        }
        try {
            return answer(registrations.registerFor(scope, session.get(), asked.applicant(key, scope.actor())));
        } catch (NotFound absent) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(ActivitiesApi.noSuchSession());
        }
    }

    private static ResponseEntity<?> answer(Registration outcome) {
        return switch (outcome) {
            case Registration.Confirmed(var code) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new AnswerJson("confirmed", code, null, null, null));
            case Registration.Waiting(var code, var position) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new AnswerJson("waiting", code, position, null, null));
            case Registration.Already(var code, var state, var drawn) ->
                ResponseEntity.ok(new AnswerJson(
                        "already",
                        code,
                        null,
                        state != Booking.State.CONFIRMED,
                        state.name().toLowerCase(Locale.ROOT)));
            case Registration.Refused(var broken) -> refused(broken);
        };
    }

    private static ResponseEntity<?> refused(List<AdmissionRule> broken) {
        if (broken.contains(AdmissionRule.KEY_USED_OTHERWISE)) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-used-otherwise",
                    "This key came with another request before.");
        }
        var problem = CodedProblem.of(HttpStatus.CONFLICT, "refused", "There is no place to be had.");
        problem.setProperty("result", "refused");
        problem.setProperty("reasons", broken.stream().map(AdmissionRule::word).toList());
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String title) {
        return ResponseEntity.status(status).body(CodedProblem.of(status, code, title));
    }
}
