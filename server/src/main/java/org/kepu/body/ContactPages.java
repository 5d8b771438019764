package org.kepu.body;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contacts of a leading group to take along, for a reason. */
@Controller
class ContactPages {

    private final ContactSheet sheet;
    private final Regions regions;
    private final Clock clock;

    ContactPages(ContactSheet sheet, Regions regions, Clock clock) {
        this.sheet = sheet;
        this.regions = regions;
        this.clock = clock;
    }

    /** A post, since it is written on the trail. */
    @PostMapping("/desk/bodies/groups/{code}/contacts")
    @Nullable
    String export(
            @May(Right.EXPORT_PERSONAL) Scope scope,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var region = RegionCode.read(code)
                .flatMap(regions::find)
                .filter(found -> regions.reaches(scope, found.code()))
                .orElseThrow(NotFound::new);
        var fault = Reason.fault(reason);
        if (fault.isPresent()) {
            redirect.addFlashAttribute("flash", Flash.warn(fault.get().messageKey()));
            return "redirect:/desk/bodies/groups/" + region.code();
        }
        var day = LocalDate.now(clock);
        var text = sheet.export(scope, region, day, new Reason(reason), page);
        Attachment.CSV.head(response, page.say("body.contacts.of", region.name()) + "-" + day);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return null;
    }
}
