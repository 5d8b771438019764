package org.kepu.plan.life;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.HumanCheck;
import org.kepu.guard.HumanVerdict;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.page.PortalSection;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 征求意见 for everybody: the draft, a form that asks for no name, and what came of it. */
@Controller
@RequestMapping("/plans/consultations")
class ConsultationPortal implements PortalSection {

    /** What the human check calls the form. */
    static final String FORM = "plan.opinion";

    private static final int LONGEST_NAME = 60;

    private static final int ROWS = 30;

    /** So many are named where the portal begins. */
    private static final int AT_HOME = 6;

    private final PublicOpinions opinions;
    private final HumanCheck human;

    ConsultationPortal(PublicOpinions opinions, HumanCheck human) {
        this.opinions = opinions;
        this.human = human;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String template() {
        return "life/home";
    }

    /** Only while something is asked. */
    @Override
    public Optional<Map<String, Object>> model() {
        var running = opinions.running(AT_HOME);
        return running.isEmpty() ? Optional.empty() : Optional.of(Map.of("running", running));
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        var number = Math.max(1, page);
        model.addAttribute("all", opinions.page(number, ROWS));
        model.addAttribute("pager", new Pager("/plans/consultations", number, ROWS, opinions.count()));
        return "life/portal-list";
    }

    @GetMapping("/{consultation}")
    String read(@PathVariable ConsultationId consultation, @RequestParam(defaultValue = "") String node, Model model) {
        return show(get(consultation), new OpinionForm(null, node, ""), "", "", null, model);
    }

    private Consultation get(ConsultationId id) {
        return opinions.find(id).orElseThrow(NotFound::new);
    }

    private String show(
            Consultation consultation,
            OpinionForm form,
            String name,
            String contact,
            @Nullable String fault,
            Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("open", opinions.isOpen(consultation));
        model.addAttribute("summary", opinions.summary(consultation).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("name", name);
        model.addAttribute("contact", contact);
        model.addAttribute("fault", fault);
        if (!model.containsAttribute("question")) {
            model.addAttribute("question", human.ask(FORM));
        }
        return "life/portal";
    }

    @PostMapping("/{consultation}/opinions")
    String send(
            @PathVariable ConsultationId consultation,
            OpinionForm form,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var asked = get(consultation);
        var clause = asked.clause(form.place()).orElseThrow(NotFound::new);
        var fault = name.length() > LONGEST_NAME || contact.length() > LONGEST_NAME
                ? Optional.of("life.opinion.name-too-long")
                : form.fault();
        if (fault.isEmpty() && human.passed(request, FORM) instanceof HumanVerdict.Again(var said, var next)) {
            model.addAttribute("question", next);
            fault = Optional.of(said);
        }
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(asked, form, name, contact, fault.get(), model);
        }
        redirect.addFlashAttribute(
                "flash",
                Flash.of(
                        opinions.send(consultation, form.id(), clause, form.said(), name, contact),
                        "life.portal.sent",
                        "life.portal.over"));
        return "redirect:/plans/consultations/" + consultation;
    }
}
