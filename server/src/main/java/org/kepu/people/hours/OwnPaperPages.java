package org.kepu.people.hours;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.kepu.certificate.CertificatePaper;
import org.kepu.guard.SpokenCode;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.paper.Printed;
import org.kepu.people.team.VolunteerCodes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a volunteer takes along from the own page: the certificate, and the hours as a file. */
@Controller
@RequestMapping("/volunteer/mine")
class OwnPaperPages {

    private final VolunteerCodes codes;
    private final HoursCertificates certificates;
    private final CertificatePaper paper;
    private final Printed printed;
    private final HoursFile file;

    OwnPaperPages(
            VolunteerCodes codes,
            HoursCertificates certificates,
            CertificatePaper paper,
            Printed printed,
            HoursFile file) {
        this.codes = codes;
        this.certificates = certificates;
        this.paper = paper;
        this.printed = printed;
        this.file = file;
    }

    @PostMapping("/{code}/certificate")
    Object certificate(@PathVariable String code, HttpServletRequest request, RedirectAttributes redirect) {
        var issued = certificates.issue(holder(code, request));
        if (issued.isPresent()) {
            return printed.pdf(paper.of(issued.get()), issued.get().number());
        }
        redirect.addFlashAttribute("flash", Flash.warn("people.certificate.none"));
        return "redirect:/volunteer/mine/" + SpokenCode.bare(code);
    }

    @GetMapping("/{code}/hours.json")
    ResponseEntity<HoursFile.Content> json(@PathVariable String code, HttpServletRequest request) {
        return Attachment.JSON.named("hours").body(file.json(holder(code, request)));
    }

    @GetMapping("/{code}/hours.csv")
    ResponseEntity<String> csv(@PathVariable String code, HttpServletRequest request) {
        return Attachment.CSV.named("hours").body(file.csv(holder(code, request)));
    }

    private UUID holder(String code, HttpServletRequest request) {
        return codes.holder(code, request.getRemoteAddr()).orElseThrow(NotFound::new);
    }
}
