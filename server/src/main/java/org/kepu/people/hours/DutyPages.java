package org.kepu.people.hours;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.points.Appeals;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
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

    DutyPages(Shifts shifts, ConfirmingHours confirming, Appeals appeals) {
        this.shifts = shifts;
        this.confirming = confirming;
        this.appeals = appeals;
    }

    @PostMapping("/desk/shifts/{shift}/duties/{duty}/presence")
    String present(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "") String came,
            @RequestParam(defaultValue = "") String gone,
            @RequestParam(defaultValue = "false") boolean absent,
            RedirectAttributes redirect) {
        var of = found(scope, shift, duty);
        var begin = absent ? null : moment(of, came, of.starts().minus(Duration.ofHours(2)));
        var end = absent || begin == null ? null : moment(of, gone, begin);
        var unread = !absent && (begin == null || !gone.isBlank() && end == null);
        var told = unread ? ConfirmingHours.Told.WRONG_TIMES : confirming.present(scope, duty, begin, end);
        redirect.addFlashAttribute(
                "flash",
                told == ConfirmingHours.Told.DONE ? Flash.success(told.messageKey()) : Flash.warn(told.messageKey()));
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
            RedirectAttributes redirect) {
        return reasoned(
                found(scope, shift, duty), reason, redirect, why -> flash(confirming.onPaper(scope, duty, why)));
    }

    @PostMapping("/desk/shifts/{shift}/duties/{duty}/counter")
    String counter(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return reasoned(found(scope, shift, duty), reason, redirect, why -> {
            int minutes = confirming.counter(scope, duty, why);
            return minutes > 0
                    ? Flash.success("people.countered", minutes)
                    : Flash.warn(ConfirmingHours.Confirmed.NOT_NOW.messageKey());
        });
    }

    @PostMapping("/desk/appeals/{appeal}")
    String answer(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID appeal,
            @RequestParam(defaultValue = "false") boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var of = appeals.find(scope, appeal).orElseThrow(NotFound::new);
        redirect.addFlashAttribute(
                "flash",
                Reason.fault(reason)
                        .map(fault -> Flash.warn(fault.messageKey()))
                        .orElseGet(() -> appeals.answer(scope, appeal, upheld, new Reason(reason))
                                ? Flash.success("people.appeal.answered")
                                : Flash.warn("people.appeal.answered.already")));
        return "redirect:/desk/shifts/" + of.shift();
    }

    private static Flash flash(ConfirmingHours.Confirmed confirmed) {
        return switch (confirmed) {
            case DONE, COUNTED -> Flash.success(confirmed.messageKey());
            case NOTHING_COUNTS, NOT_NOW, SAME_HAND -> Flash.warn(confirmed.messageKey());
        };
    }

    private static String reasoned(Shift of, String reason, RedirectAttributes redirect, Function<Reason, Flash> act) {
        Optional<Reason.Fault> fault = Reason.fault(reason);
        redirect.addFlashAttribute(
                "flash",
                fault.map(wrong -> Flash.warn(wrong.messageKey())).orElseGet(() -> act.apply(new Reason(reason))));
        return "redirect:" + of.path() + "#duties";
    }

    private Shift found(Scope scope, UUID shift, UUID duty) {
        if (shifts.duties(scope, shift).stream().noneMatch(one -> one.id().equals(duty))) {
            throw new NotFound();
        }
        return shifts.find(scope, shift).orElseThrow(NotFound::new);
    }
}
