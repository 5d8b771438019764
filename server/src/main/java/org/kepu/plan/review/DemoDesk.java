package org.kepu.plan.review;

import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.page.Flash;
import org.kepu.plan.PlanList;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offers the demo plans while there is no plan at all, and loads them with one click. */
@Controller
class DemoDesk implements TodoSource {

    private final DemoPlans demo;
    private final Drafts drafts;
    private final PlanList plans;

    DemoDesk(DemoPlans demo, Drafts drafts, PlanList plans) {
        this.demo = demo;
        this.drafts = drafts;
        this.plans = plans;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        if (!plans.byLevel().isEmpty() || !drafts.open().isEmpty()) {
            return List.of();
        }
        return List.of(
                Todo.open(Sentence.of("plan.todo.upload"), "plan.todo.upload.act", "/desk/plans/upload")
                        .hint(Sentence.of("plan.todo.upload.hint")),
                Todo.atOnce(Sentence.of("plan.todo.demo"), "plan.todo.demo.act", "/desk/demo")
                        .hint(Sentence.of("plan.todo.demo.hint")));
    }

    @PostMapping("/desk/demo")
    String load(Actor actor, RedirectAttributes redirect) {
        demo.load(actor);
        redirect.addFlashAttribute("flash", Flash.success("plan.demo.loaded"));
        return "redirect:/desk/plans";
    }
}
