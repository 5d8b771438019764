package org.kepu.activity.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.SessionId;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ticking who was there (考勤), on a telephone. */
@Controller
@RequestMapping("/desk/trainings/{training}/sessions/{session}")
class AttendancePages {

    private final ClassViews views;
    private final Attendance attendance;

    AttendancePages(ClassViews views, Attendance attendance) {
        this.views = views;
        this.attendance = attendance;
    }

    @GetMapping
    String list(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @PathVariable SessionId session,
            Model model) {
        var view = views.get(scope, training);
        return show(view, session, attendance.of(scope, session), null, model);
    }

    @PostMapping
    String tick(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable Set<UUID> present,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var ticked = present == null ? Set.<UUID>of() : present;
        var problem = switch (attendance.tick(scope, training, session, version, ticked)) {
            case DONE -> null;
            case NOT_BEGUN -> "training.tick.not-begun";
            case CALLED_OFF -> "training.tick.called-off";
            case CHANGED_MEANWHILE -> "training.tick.meanwhile";
        };
        if (problem == null) {
            redirect.addFlashAttribute("flash", Flash.success("training.ticked", ticked.size()));
            return "redirect:/desk/trainings/" + training;
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(views.get(scope, training), session, ticked, problem, model);
    }

    private static String show(
            ClassView view, SessionId session, Set<UUID> present, @Nullable String problem, Model model) {
        var once = view.sessions().stream()
                .filter(one -> one.session().id().equals(session))
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("view", view);
        model.addAttribute("once", once);
        model.addAttribute("present", present);
        model.addAttribute("problem", problem);
        return "training/attendance";
    }
}
