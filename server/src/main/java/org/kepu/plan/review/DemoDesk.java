package org.kepu.plan.review;

import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offers the demo plans while there is no plan at all, and loads them with one click. */
@Controller
class DemoDesk implements TodoSource {

    private final DemoPlans demo;

    DemoDesk(DemoPlans demo) {
        this.demo = demo;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        if (!demo.offeredTo(desk.scope(Right.REVIEW_PLANS))) {
            return List.of();
        }
        return List.of(
                Todo.open(Sentence.of("plan.todo.upload"), "plan.todo.upload.act", "/desk/plans/upload")
                        .hint(Sentence.of("plan.todo.upload.hint")),
                Todo.atOnce(Sentence.of("plan.todo.demo"), "plan.todo.demo.act", "/desk/demo")
                        .hint(Sentence.of("plan.todo.demo.hint")));
    }

    @PostMapping("/desk/demo")
    String load(@May(Right.REVIEW_PLANS) Scope scope, RedirectAttributes redirect) {
        demo.load(scope);
        redirect.addFlashAttribute("flash", Flash.success("plan.demo.loaded"));
        return "redirect:/desk/plans";
    }
}
