package org.kepu.activity.training;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.certificate.Certificate;
import org.kepu.certificate.CertificatePaper;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.paper.Paper;
import org.kepu.paper.Printed;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The certificates of a class on the desk: issued, printed, revoked. */
@Controller
@RequestMapping("/desk/trainings/{training}")
class ClassCertificatePages {

    private final ClassViews views;
    private final ClassCertificates certificates;
    private final CertificatePaper paper;
    private final Printed printed;

    ClassCertificatePages(ClassViews views, ClassCertificates certificates, CertificatePaper paper, Printed printed) {
        this.views = views;
        this.certificates = certificates;
        this.paper = paper;
        this.printed = printed;
    }

    @PostMapping("/certificates")
    String issue(
            @May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId training, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (certificates.issue(scope, training)) {
                    case ClassCertificates.Issued.Done(var count) ->
                        count == 0 ? Flash.warn("training.issued.none") : Flash.success("training.issued", count);
                    case ClassCertificates.Issued.NotClosed not -> Flash.warn("training.issued.not-closed");
                    case ClassCertificates.Issued.ChangedSince since -> Flash.warn("training.issued.changed");
                    case ClassCertificates.Issued.NoIssuer nobody -> Flash.warn("training.issued.no-issuer");
                });
        return "redirect:/desk/trainings/" + training + "#trainees";
    }

    @GetMapping("/certificates.pdf")
    ResponseEntity<byte[]> all(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @ModelAttribute("page") Page page) {
        return pdf(scope, training, null, page);
    }

    @GetMapping("/trainees/{trainee}/certificate.pdf")
    ResponseEntity<byte[]> one(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @PathVariable UUID trainee,
            @ModelAttribute("page") Page page) {
        return pdf(scope, training, trainee, page);
    }

    @PostMapping("/trainees/{trainee}/revoke")
    String revoke(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @PathVariable UUID trainee,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        views.trainee(scope, training, trainee);
        var fault = Reason.fault(reason);
        redirect.addFlashAttribute(
                "flash",
                fault.map(wrong -> Flash.warn(wrong.messageKey()))
                        .orElseGet(() -> certificates.revoke(scope, training, trainee, new Reason(reason))
                                ? Flash.success("training.revoked")
                                : Flash.warn("training.revoked.none")));
        return "redirect:/desk/trainings/" + training + "/trainees/" + trainee;
    }

    private ResponseEntity<byte[]> pdf(Scope scope, ActivityId training, @Nullable UUID trainee, Page page) {
        var held = certificates.print(scope, training, trainee);
        if (held.isEmpty()) {
            throw new NotFound();
        }
        var name = page.say("training.certificates") + "-"
                + (trainee == null ? held.getFirst().title() : held.getFirst().number());
        return printed.pdf(papers(held), name);
    }

    private List<Paper> papers(List<Certificate> held) {
        return held.stream().map(paper::of).toList();
    }
}
