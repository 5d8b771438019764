package org.kepu.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office calendar: everybody at the desk reads it, few keep it. */
@Controller
@RequestMapping("/desk/calendar")
class CalendarPages {

    private static final int LONGEST = 100_000;
    private static final Pattern YEAR = Pattern.compile("\\d{4}年?");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final OfficeCalendar calendar;
    private final KeepingCalendar keeping;
    private final Clock clock;

    CalendarPages(OfficeCalendar calendar, KeepingCalendar keeping, Clock clock) {
        this.calendar = calendar;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @May(Right.DESK) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var shown = year == null ? Year.now(clock).getValue() : year;
        model.addAttribute("view", view(desk, shown, "", List.of()));
        return "calendar/calendar";
    }

    @PostMapping
    String take(
            @May(Right.DESK) Scope scope,
            Desk desk,
            @ModelAttribute("form") CalendarForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var year = year(form.year());
        var text = text(form);
        var outcome = year < FIRST_YEAR || year > LAST_YEAR
                ? new CalendarImport.Refused(List.of(RowError.of(0, "", "calendar.row.year")))
                : keeping.take(keepers(desk), year, text);
        return switch (outcome) {
            case CalendarImport.Taken taken -> {
                redirect.addFlashAttribute(
                        "flash", Flash.success("calendar.taken", String.valueOf(taken.year()), taken.days()));
                yield "redirect:/desk/calendar?year=" + taken.year();
            }
            case CalendarImport.Unchanged same -> {
                redirect.addFlashAttribute("flash", Flash.success("calendar.unchanged", String.valueOf(same.year())));
                yield "redirect:/desk/calendar?year=" + same.year();
            }
            case CalendarImport.Refused refused -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                var shown =
                        year < FIRST_YEAR || year > LAST_YEAR ? Year.now(clock).getValue() : year;
                model.addAttribute("view", view(desk, shown, text, refused.errors()));
                yield "calendar/calendar";
            }
        };
    }

    /** 0 if none of our time was typed. */
    private static int year(@Nullable String written) {
        var typed = written == null ? "" : written.strip();
        return YEAR.matcher(typed).matches() ? Integer.parseInt(typed.substring(0, 4)) : 0;
    }

    private CalendarView view(Desk desk, int year, String pasted, List<RowError> errors) {
        var days = calendar.of(year);
        return new CalendarView(
                year, calendar.years(), days, !days.isEmpty(), KeepingCalendar.lets(keepers(desk)), pasted, errors);
    }

    private static Scope keepers(Desk desk) {
        return desk.may(Right.KEEP_SYSTEM) ? desk.scope(Right.KEEP_SYSTEM) : desk.scope(Right.RUN_LEDGER);
    }

    /** A file goes before what is pasted; Chinese Excel writes CSV in GB18030. */
    private static String text(CalendarForm form) throws IOException {
        var file = form.file();
        var pasted = form.days();
        if (file == null || file.isEmpty()) {
            return pasted == null ? "" : pasted.substring(0, Math.min(LONGEST, pasted.length()));
        }
        var bytes = file.getInputStream().readNBytes(LONGEST);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
