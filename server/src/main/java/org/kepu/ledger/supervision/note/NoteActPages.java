package org.kepu.ledger.supervision.note;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.ledger.round.Today;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One note on the desk: read, received, answered, judged, handed up, taken away as a document. */
@Controller
@RequestMapping("/desk/supervision/notes/{note}")
class NoteActPages {

    private final Notes notes;
    private final HandlingNotes handling;
    private final NoteDocuments documents;
    private final Regions regions;
    private final OfficeCalendar calendar;
    private final Clock clock;

    NoteActPages(
            Notes notes,
            HandlingNotes handling,
            NoteDocuments documents,
            Regions regions,
            OfficeCalendar calendar,
            Clock clock) {
        this.notes = notes;
        this.handling = handling;
        this.documents = documents;
        this.regions = regions;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String show(@May(Right.READ_LEDGER) Scope scope, Desk desk, @PathVariable NoteId note, Model model) {
        return page(scope, desk, note, "", model);
    }

    @PostMapping("/receive")
    String receive(@May(Right.DO_TASKS) Scope scope, @PathVariable NoteId note, RedirectAttributes redirect) {
        return back(redirect, note, flash(handling.receive(scope, note)));
    }

    @PostMapping("/answer")
    String answer(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable NoteId note,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (handling.answer(scope, note, version, said, file)) {
            case Handled.WithoutWords without ->
                again(desk, note, said, page.say("supervision.note.answer.wrong"), model, response);
            case Handled.NotKept(var why) -> again(desk, note, said, why.said(page), model, response);
            case Handled other -> back(redirect, note, flash(other));
        };
    }

    /** What was typed stays. */
    private String again(
            Desk desk, NoteId note, String typed, String wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("wrong", wrong);
        return page(desk.scope(Right.READ_LEDGER), desk, note, typed, model);
    }

    @PostMapping("/judge/{act}")
    String judge(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable NoteId note,
            @PathVariable NoteAct act,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return back(redirect, note, flash(handling.judge(scope, note, act, version, words)));
    }

    @PostMapping("/escalate")
    String escalate(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable NoteId note,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean above,
            RedirectAttributes redirect) {
        return back(redirect, note, flash(handling.escalate(scope, note, version, words, above)));
    }

    @PostMapping("/instruct")
    String instruct(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable NoteId note,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return back(redirect, note, flash(handling.instruct(scope, note, version, words)));
    }

    @GetMapping("/word")
    ResponseEntity<byte[]> word(@May(Right.READ_LEDGER) Scope scope, @PathVariable NoteId note) {
        return download(documents.word(scope, note), Attachment.WORD);
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@May(Right.READ_LEDGER) Scope scope, @PathVariable NoteId note) {
        return download(documents.pdf(scope, note), Attachment.PDF);
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable NoteId note, @PathVariable UUID file) {
        return documents.file(scope, note, file);
    }

    private static ResponseEntity<byte[]> download(NoteDocuments.Document document, Attachment kind) {
        return kind.named(document.title()).body(document.bytes());
    }

    private String page(Scope scope, Desk desk, NoteId id, String typed, Model model) {
        var note = notes.find(scope, id).orElseThrow(NotFound::new);
        var office = desk.scope(Right.RUN_LEDGER);
        boolean judges = notes.judgeable(office, id).isPresent();
        var escalatedTo = note.escalatedTo();
        model.addAttribute(
                "view",
                new NoteView(
                        note,
                        notes.answers(scope, note),
                        notes.history(scope, note),
                        notes.answerable(desk.scope(Right.DO_TASKS), id).isPresent(),
                        NoteAct.ofOffice()
                                .filter(act -> judges && act.leadsFrom(note.state()))
                                .toList(),
                        judges && handling.instructs(office, note),
                        escalatedTo == null
                                ? null
                                : regions.find(escalatedTo).map(Region::name).orElse(escalatedTo.value()),
                        regions.pathTo(note.region()).size() > 1,
                        judges && NoteAct.SUPERSEDE.leadsFrom(note.state()),
                        Today.by(clock),
                        !calendar.days().know(note.issuedOn(), note.dueOn()),
                        typed));
        return "supervision/note";
    }

    private static Flash flash(Handled handled) {
        return switch (handled) {
            case Handled.Done(var act) -> Flash.success("supervision.note.done." + act);
            case Handled.Overtaken overtaken -> Flash.warn("supervision.note.overtaken");
            case Handled.WithoutWords without -> Flash.warn("supervision.note.words.missing");
            case Handled.NobodyAbove nobody -> Flash.warn("supervision.note.nobody-above");
            case Handled.NotKept refused -> Flash.warn("supervision.note.answer.wrong");
        };
    }

    private static String back(RedirectAttributes redirect, NoteId note, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/supervision/notes/" + note;
    }
}
