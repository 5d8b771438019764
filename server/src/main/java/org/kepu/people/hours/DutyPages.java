package org.kepu.people.hours;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.Typed;
import org.kepu.people.points.Appeals;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a team says of each who takes part in a shift: there or not, confirmed, signed on paper, countered; and its answers to appeals. */
@Controller
class DutyPages {

    private final Shifts shifts;
    private final ConfirmingHours confirming;
    private final Appeals appeals;
    private final ShiftView view;

    DutyPages(Shifts shifts, ConfirmingHours confirming, Appeals appeals, ShiftView view) {
        this.shifts = shifts;
        this.confirming = confirming;
        this.appeals = appeals;
        this.view = view;
    }

    @PostMapping("/desk/shifts/{shift}/duties/{duty}/presence")
    String present(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "") String came,
            @RequestParam(defaultValue = "") String gone,
            @RequestParam(defaultValue = "false") boolean absent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = found(scope, shift, duty);
        var begin = absent ? null : moment(of, came, of.starts().minus(Duration.ofHours(2)));
        var end = absent || begin == null ? null : moment(of, gone, begin);
        var unread = !absent && (begin == null || !gone.isBlank() && end == null);
        var told = unread ? ConfirmingHours.Told.WRONG_TIMES : confirming.present(scope, duty, begin, end);
        if (told != ConfirmingHours.Told.DONE) {
            var words = Map.of("came", came, "gone", gone);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return view.one(
                    scope,
                    shift,
                    new Typed(
                            "presence-" + duty,
                            words,
                            Map.of(begin != null && end == null ? "gone" : "came", told.messageKey())),
                    model);
        }
        redirect.addFlashAttribute("flash", Flash.success(told.messageKey()));
        return "redirect:" + of.path() + "#duties";
    }

    /** The first moment after this one at which clocks say so. */
    private static @Nullable Instant moment(Shift shift, String time, Instant after) {
        try {
            var day = after.atZone(HoursRule.HERE).toLocalDate();
            var there = day.atTime(LocalTime.parse(time.strip()))
                    .atZone(HoursRule.HERE)
                    .toInstant();
            return there.isBefore(after) ? there.plus(Duration.ofDays(1)) : there;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @PostMapping("/desk/shifts/{shift}/duties/{duty}/confirm")
    String confirm(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @PathVariable UUID duty,
            RedirectAttributes redirect) {
        var of = found(scope, shift, duty);
        redirect.addFlashAttribute("flash", flash(confirming.byTeam(scope, duty)));
        return "redirect:" + of.path() + "#duties";
    }

    @PostMapping("/desk/shifts/{shift}/duties/{duty}/paper")
    String onPaper(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = found(scope, shift, duty);
        return Typed.because(
                "paper-" + duty, "reason", reason, response, typed -> view.one(scope, shift, typed, model), why -> {
                    redirect.addFlashAttribute("flash", flash(confirming.onPaper(scope, duty, why)));
                    return "redirect:" + of.path() + "#duties";
                });
    }

    @PostMapping("/desk/shifts/{shift}/duties/{duty}/counter")
    String counter(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = found(scope, shift, duty);
        return Typed.because(
                "counter-" + duty, "reason", reason, response, typed -> view.one(scope, shift, typed, model), why -> {
                    var minutes = confirming.counter(scope, duty, why);
                    redirect.addFlashAttribute(
                            "flash",
                            minutes.isEmpty()
                                    ? Flash.warn(ConfirmingHours.Confirmed.NOT_NOW.messageKey())
                                    : minutes.getAsInt() == 0
                                            ? Flash.success("people.counter.unconfirmed")
                                            : Flash.success("people.countered", minutes.getAsInt()));
                    return "redirect:" + of.path() + "#duties";
                });
    }

    @PostMapping("/desk/appeals/{appeal}")
    String answer(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID appeal,
            @RequestParam(defaultValue = "false") boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = appeals.find(scope, appeal).orElseThrow(NotFound::new);
        return Typed.because(
                "appeal-" + appeal,
                "reason",
                reason,
                response,
                typed -> view.all(
                        scope,
                        shifts.find(scope, of.shift())
                                .orElseThrow(NotFound::new)
                                .team(),
                        typed,
                        model),
                why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(
                                    appeals.answer(scope, appeal, upheld, why),
                                    "people.appeal.answered",
                                    "people.appeal.answered.already"));
                    return "redirect:/desk/shifts/" + of.shift();
                });
    }

    private static Flash flash(ConfirmingHours.Confirmed confirmed) {
        return switch (confirmed) {
            case DONE, COUNTED -> Flash.success(confirmed.messageKey());
            case NOTHING_COUNTS, NOT_NOW, SAME_HAND -> Flash.warn(confirmed.messageKey());
        };
    }

    private Shift found(Scope scope, UUID shift, UUID duty) {
        if (shifts.duties(scope, shift).stream().noneMatch(one -> one.id().equals(duty))) {
            throw new NotFound();
        }
        return shifts.find(scope, shift).orElseThrow(NotFound::new);
    }
}
