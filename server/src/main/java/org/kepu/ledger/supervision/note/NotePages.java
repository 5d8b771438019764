package org.kepu.ledger.supervision.note;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.ledger.TaskId;
import org.kepu.ledger.round.Today;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Supervision notes on the desk: which there are, and issuing one. */
@Controller
@RequestMapping("/desk/supervision/notes")
class NotePages {

    private static final int YEARS_BACK = 4;

    private final Notes notes;
    private final IssuingNotes issuing;
    private final OfficeCalendar calendar;
    private final Clock clock;

    NotePages(Notes notes, IssuingNotes issuing, OfficeCalendar calendar, Clock clock) {
        this.notes = notes;
        this.issuing = issuing;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String list(@May(Right.READ_LEDGER) Scope scope, NotesAsked asked, Model model) {
        var today = Today.by(clock);
        model.addAttribute(
                "view",
                new NotesView(
                        notes.all(scope, asked),
                        asked,
                        IntStream.rangeClosed(0, YEARS_BACK)
                                .mapToObj(back -> today.getYear() - back)
                                .toList(),
                        today));
        return "supervision/notes";
    }

    /** A new note about a task, or one that takes another's place; who names neither chooses among the lights. */
    @GetMapping("/new")
    String form(
            @May(Right.RUN_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable TaskId task,
            @RequestParam(required = false) @Nullable NoteId supersedes,
            @ModelAttribute("page") Page page,
            Model model) {
        var earlier =
                supersedes == null ? null : notes.judgeable(scope, supersedes).orElseThrow(NotFound::new);
        var about = earlier == null ? task : earlier.task();
        if (about == null) {
            return "redirect:/desk/supervision";
        }
        var draft = draft(scope, desk, about);
        model.addAttribute(
                "view",
                new NewNoteView(
                        draft,
                        earlier == null
                                ? NoteForm.about(about.value(), page.say("supervision.note.form.asks.usual"))
                                : NoteForm.inPlaceOf(earlier),
                        earlier == null ? "" : earlier.numbered()));
        return "supervision/note-new";
    }

    private IssuingNotes.Draft draft(Scope scope, Desk desk, TaskId task) {
        return issuing.draft(scope, desk.scope(Right.READ_LEDGER), desk.scope(Right.READ_FIGURES), task);
    }

    @PostMapping
    String issue(
            @May(Right.RUN_LEDGER) Scope scope,
            Desk desk,
            @ModelAttribute("form") NoteForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var task = form.task();
        if (task == null) {
            throw new NotFound();
        }
        form.check(errors, Today.by(clock), calendar.days());
        if (!errors.hasErrors()) {
            switch (issuing.issue(scope, desk.scope(Right.READ_LEDGER), desk.scope(Right.READ_FIGURES), form)) {
                case Issued.Numbered(var id, var number) -> {
                    redirect.addFlashAttribute("flash", Flash.success("supervision.note.issued", number));
                    return "redirect:/desk/supervision/notes/" + id;
                }
                case Issued.Already(var id) -> {
                    redirect.addFlashAttribute("flash", Flash.warn("supervision.note.issued.already"));
                    return "redirect:/desk/supervision/notes/" + id;
                }
                case Issued.Overtaken(var earlier) -> {
                    redirect.addFlashAttribute("flash", Flash.warn("supervision.note.overtaken"));
                    return "redirect:/desk/supervision/notes/" + earlier;
                }
                case Issued.NoBody nobody -> errors.reject("supervision.note.no-body");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        var earlier = form.supersedes();
        model.addAttribute(
                "view",
                new NewNoteView(
                        draft(scope, desk, new TaskId(Objects.requireNonNull(task))),
                        form,
                        earlier == null
                                ? ""
                                : notes.judgeable(scope, new NoteId(earlier))
                                        .map(SupervisionNote::numbered)
                                        .orElseThrow(NotFound::new)));
        return "supervision/note-new";
    }
}
