package org.kepu.plan.life;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.FileName;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.plan.life.AddingVersions.Added;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a plan: which there are, what they are, in what they differ. */
@Controller
@RequestMapping("/desk/plans/{id}/versions")
class VersionPages {

    private final Versions versions;
    private final AddingVersions adding;
    private final Consulting consulting;

    VersionPages(Versions versions, AddingVersions adding, Consulting consulting) {
        this.versions = versions;
        this.adding = adding;
        this.consulting = consulting;
    }

    @GetMapping
    String list(@May(Right.REVIEW_PLANS) Scope scope, @PathVariable PlanId id, Model model) {
        model.addAttribute("version", versions.get(scope, id));
        model.addAttribute("versions", versions.of(scope, id));
        model.addAttribute("consultations", consulting.on(scope, id));
        return "life/versions";
    }

    @PostMapping
    String add(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam MultipartFile file,
            @RequestParam Stage stage,
            RedirectAttributes redirect)
            throws IOException {
        return switch (adding.add(scope, id, stage, FileName.of(file), file.getBytes())) {
            case Added.Next(var next, var carried) -> {
                redirect.addFlashAttribute("flash", Flash.success("life.version.added", carried));
                yield "redirect:/desk/plans/" + next + "/versions";
            }
            case Added.AlreadyHere here -> warned(redirect, id, Flash.warn("life.version.here"));
            case Added.Refused(var why) -> warned(redirect, id, Flash.warn("life.version.refused", why));
        };
    }

    @PostMapping("/stage")
    String mark(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam Stage stage,
            RedirectAttributes redirect) {
        return warned(
                redirect,
                id,
                versions.mark(scope, id, stage)
                        ? Flash.success("life.version.marked")
                        : Flash.warn("life.version.not-marked"));
    }

    private static String warned(RedirectAttributes redirect, PlanId id, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/plans/" + id + "/versions";
    }

    /** In what this version differs from another; from the one before where none is named. */
    @GetMapping("/differences")
    String differences(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam(required = false) @Nullable PlanId with,
            Model model) {
        var version = versions.get(scope, id);
        var earlier = versions.of(scope, id).stream()
                .filter(one -> with == null
                        ? one.number() < version.number()
                        : one.id().equals(with))
                .reduce((first, last) -> last);
        if (earlier.isEmpty()) {
            if (with != null) {
                throw new NotFound();
            }
            return "redirect:/desk/plans/" + id + "/versions";
        }
        model.addAttribute("earlier", earlier.get());
        model.addAttribute("later", version);
        model.addAttribute(
                "differences",
                Differences.between(versions.source(scope, earlier.get().id()), versions.source(scope, id)));
        return "life/differences";
    }

    /** The document as it came. */
    @GetMapping("/document")
    ResponseEntity<byte[]> document(@May(Right.REVIEW_PLANS) Scope scope, @PathVariable PlanId id) {
        var version = versions.get(scope, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.keptAs(version.fileName()))
                .body(versions.document(scope, id));
    }
}
