package org.kepu.privacy.me;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.kepu.page.Flash;
import org.kepu.page.FreshProof;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.privacy.Kept;
import org.kepu.privacy.erasure.ErasingPersons;
import org.kepu.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My data: what is kept of me and who looked at it; put right, take along, delete. */
@Controller
@RequestMapping("/me")
class MePages {

    private static final String PROVE = "redirect:" + FreshProof.CITIZENS_PAGE + "/me/delete";
    private static final int LONGEST_VALUE = 40;

    private final Kept kept;
    private final Looks looks;
    private final DataSheet sheet;
    private final ErasingPersons erasing;
    private final FreshProof proof;

    MePages(Kept kept, Looks looks, DataSheet sheet, ErasingPersons erasing, FreshProof proof) {
        this.kept = kept;
        this.looks = looks;
        this.sheet = sheet;
        this.erasing = erasing;
        this.proof = proof;
    }

    @GetMapping
    String me(Actor actor, Model model) {
        model.addAttribute("citizen", citizen(actor));
        return "me/me";
    }

    @GetMapping("/data")
    String data(Actor actor, Model model) {
        model.addAttribute("kept", kept.of(actor.account()));
        model.addAttribute("correctable", kept.correctable(actor.account()));
        return "me/data";
    }

    @PostMapping("/data")
    String correct(
            Actor actor,
            @RequestParam String column,
            @RequestParam(defaultValue = "") String value,
            RedirectAttributes redirect) {
        var bare = value.strip();
        boolean done = !bare.isEmpty()
                && bare.length() <= LONGEST_VALUE
                && bare.chars().noneMatch(Character::isISOControl)
                && kept.correct(actor, column, bare);
        redirect.addFlashAttribute("flash", Flash.of(done, "privacy.data.corrected", "privacy.data.not-corrected"));
        return "redirect:/me/data";
    }

    @GetMapping("/looks")
    String looks(Actor actor, Model model) {
        model.addAttribute("looks", looks.at(actor.account()));
        return "me/looks";
    }

    /** A post, since it is written on the trail. */
    @PostMapping("/download")
    void download(Actor actor, @ModelAttribute("page") Page page, HttpServletResponse response) throws IOException {
        sheet.write(actor, page, response);
    }

    @GetMapping("/delete")
    String delete(Actor actor, Principal reader, Model model) {
        if (citizen(actor) && !proof.of(reader)) {
            return PROVE;
        }
        model.addAttribute("citizen", citizen(actor));
        model.addAttribute("unticked", false);
        return "me/delete";
    }

    /** Deletes at once, whoever has just proved to be the owner, and shows the proof. Staff ask the desk: their account is bound to their duties. */
    @PostMapping("/delete")
    String delete(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean sure,
            Principal reader,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException {
        if (!citizen(actor)) {
            throw new NotFound();
        }
        if (!proof.of(reader)) {
            return PROVE;
        }
        if (!sure) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("citizen", true);
            model.addAttribute("unticked", true);
            return "me/delete";
        }
        var erasure = erasing.begin(actor, kept.subject(actor.account()));
        erasing.run(erasure);
        request.logout();
        return "redirect:/privacy/proofs/" + erasure;
    }

    private static boolean citizen(Actor actor) {
        return actor.kind() == Actor.Kind.CITIZEN;
    }
}
