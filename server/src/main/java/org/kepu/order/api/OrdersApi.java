package org.kepu.order.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Terms;
import org.kepu.order.Hand;
import org.kepu.order.Handled;
import org.kepu.order.Handling;
import org.kepu.order.OrderAct;
import org.kepu.order.OrderId;
import org.kepu.order.Orders;
import org.kepu.order.Refusal;
import org.kepu.order.Requested;
import org.kepu.order.Requesting;
import org.kepu.order.ServiceOrder;
import org.kepu.order.Wish;
import org.kepu.order.supply.Subjects;
import org.kepu.page.CodedProblem;
import org.kepu.page.NotFound;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders for other systems: the same use cases as on the pages. */
@RestController
@RequestMapping("/api/v1/orders")
class OrdersApi {

    /** Seconds after which to come again; whoever asks waited for three already, and not all began together. */
    private static final String SOON = "2";

    private final Requesting requesting;
    private final Orders orders;
    private final Handling handling;
    private final Subjects subjects;
    private final Terms terms;
    private final Clock clock;

    OrdersApi(Requesting requesting, Orders orders, Handling handling, Subjects subjects, Terms terms, Clock clock) {
        this.requesting = requesting;
        this.orders = orders;
        this.handling = handling;
        this.subjects = subjects;
        this.terms = terms;
        this.clock = clock;
    }

    @Operation(
            summary = "Order a service for somebody; the same key orders once, however often it comes",
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "The order, with the code by which it is found again",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = OrderJson.class))),
                @ApiResponse(
                        responseCode = "422",
                        description = "A `field` is wrong, or the key came with another request before",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class)))
            })
    @PostMapping
    ResponseEntity<?> request(
            @May(Right.DISPATCH_ORDERS) Scope scope,
            @Parameter(description = "1 to 120 signs, another one for each order")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestBody WishJson asked) {
        if (key == null || key.isBlank() || key.length() > Wish.LONGEST_KEY) {
            return problem(
                    HttpStatus.BAD_REQUEST, "idempotency-key-missing", "Send an Idempotency-Key of 1 to 120 signs.");
        }
        var wrong = wrong(asked);
        if (wrong.isPresent()) {
            return badField(wrong.get());
        }
        var wish = asked.wish(key, scope.actor());
        if (!requesting.isKnown(wish)) {
            var day = asked.wrongDay(LocalDate.now(clock));
            if (day.isPresent()) {
                return badField(day.get());
            }
        }
        try {
            return switch (requesting.requestFor(scope, wish)) {
                case Requested.Made(var order) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(OrderJson.of(order, true, null));
                case Requested.Refused(var why) ->
                    why == Refusal.KEY_USED_OTHERWISE
                            ? problem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "idempotency-key-used-otherwise",
                                    "This key came with another request before.")
                            : badField(why == Refusal.NOBODY ? "supplier" : "words");
            };
        } catch (NotFound absent) {
            return badField("region");
        }
    }

    private Optional<String> wrong(WishJson asked) {
        var subject = asked.subject();
        if (subject == null || !subjects.isKnown(subject)) {
            return Optional.of("subject");
        }
        var audience = asked.audience();
        if (audience != null && terms.audience(audience).isEmpty()) {
            return Optional.of("audience");
        }
        return asked.wrong();
    }

    private static ResponseEntity<?> badField(String field) {
        var problem = CodedProblem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-" + field,
                "A division is one within reach, a subject and an audience are known ones, days lie within half a year from"
                        + " today, people are 1 to 999; a place, a name and a telephone number are told, and no number stands in the words.");
        problem.setProperty("field", field);
        return ResponseEntity.unprocessableContent().body(problem);
    }

    @Operation(summary = "An order with its life; nothing of whoever asked")
    @GetMapping("/{order}")
    ResponseEntity<?> order(
            @May(Right.READ_ORDERS) Scope scope,
            Desk desk,
            @Parameter(description = "Its id, or for those who dispatch it, its code") @PathVariable String order) {
        return find(scope, desk, order)
                .<ResponseEntity<?>>map(found ->
                        ResponseEntity.ok(OrderJson.of(found, dispatches(desk, found), orders.life(scope, found))))
                .orElseGet(OrdersApi::noSuchOrder);
    }

    /** By its id; by its code only for those who are told codes. */
    private Optional<ServiceOrder> find(Scope scope, Desk desk, String named) {
        return OrderId.read(named)
                .map(id -> orders.find(scope, id))
                .orElseGet(() -> orders.find(scope, named).filter(found -> dispatches(desk, found)));
    }

    private boolean dispatches(Desk desk, ServiceOrder order) {
        return orders.find(desk.scope(Right.DISPATCH_ORDERS), Hand.COMMUNITY, order.id())
                .isPresent();
    }

    @Operation(
            summary =
                    "Move an order: accept, refuse, dispatch, recall, claim, decline, take, give-back, schedule, reschedule,"
                            + " ask-other-time, serve, amend, take-back, confirm, dispute, rate, close or cancel",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The order in its new state",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = OrderJson.class))),
                @ApiResponse(
                        responseCode = "409",
                        description =
                                "`not-yours`, `not-now`, `over`, `overtaken`, `taken-by-others`, `not-addressed`, `full-week`,"
                                        + " `own-service` or `begun`",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class))),
                @ApiResponse(
                        responseCode = "422",
                        description =
                                "`without-reason`, `tells-too-much`, `bad-time`, `bad-outcome`, `bad-mark`, `nobody` or"
                                        + " `which-team`",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class))),
                @ApiResponse(
                        responseCode = "503",
                        description =
                                "`busy`: too many take at this moment; the same again after `Retry-After` seconds",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class)))
            })
    @PostMapping("/{order}/{act}")
    ResponseEntity<?> act(
            @May(Right.READ_ORDERS) Scope scope,
            Desk desk,
            @Parameter(description = "Its id, or for those who dispatch it, its code") @PathVariable String order,
            @Parameter(description = "What is done, as `take` or `serve`") @PathVariable String act,
            @RequestBody(required = false) @Nullable ActJson told) {
        var found = OrderAct.read(act);
        if (found.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "no-such-act", "There is no such act.");
        }
        var said = told == null ? ActJson.NOTHING : told;
        try {
            var meant = find(scope, desk, order).orElseThrow(NotFound::new);
            return answer(
                    desk,
                    said.isOfRequester()
                            ? handling.actFor(
                                    desk.scope(Right.DISPATCH_ORDERS),
                                    meant.id(),
                                    found.get(),
                                    said.version(),
                                    said.said(found.get()))
                            : byStaff(scope, desk, meant, found.get(), said));
        } catch (NotFound absent) {
            return noSuchOrder();
        }
    }

    private Handled byStaff(Scope scope, Desk desk, ServiceOrder order, OrderAct act, ActJson said) {
        return orders.handOf(scope, desk, act, order.id())
                .map(hand -> handling.act(hand, order.id(), act, said.version(), said.said(act)))
                .orElseGet(() -> new Handled.Refused(Refusal.NOT_YOURS));
    }

    private ResponseEntity<?> answer(Desk desk, Handled outcome) {
        return switch (outcome) {
            case Handled.Done(var act, var now) -> ResponseEntity.ok(OrderJson.of(now, dispatches(desk, now), null));
            case Handled.Refused(var why) -> refused(why);
        };
    }

    private static ResponseEntity<?> refused(Refusal why) {
        var answer = ResponseEntity.status(status(why));
        if (why == Refusal.BUSY) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(CodedProblem.of(status(why), why.word(), title(why)));
    }

    private static HttpStatus status(Refusal why) {
        return switch (why) {
            case NOT_YOURS, NOT_NOW, OVER, OVERTAKEN, TAKEN_BY_OTHERS, NOT_ADDRESSED, FULL_WEEK, OWN_SERVICE, BEGUN ->
                HttpStatus.CONFLICT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            case WITHOUT_REASON,
                    TELLS_TOO_MUCH,
                    BAD_TIME,
                    BAD_OUTCOME,
                    BAD_MARK,
                    NOBODY,
                    WHICH_TEAM,
                    KEY_USED_OTHERWISE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String title(Refusal why) {
        var words = why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "The order stays as it is: " + words + ".";
    }

    private static ResponseEntity<?> noSuchOrder() {
        return problem(HttpStatus.NOT_FOUND, "no-such-order", "There is no such order within reach.");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String title) {
        return ResponseEntity.status(status).body(CodedProblem.of(status, code, title));
    }
}
