package org.kepu.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.OwnAffairs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DeskPages {

    private final ObjectProvider<TodoSource> sources;
    private final Clock clock;

    DeskPages(ObjectProvider<TodoSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** Also for whoever has no role yet: signing in ends here, and a deputy begins here. */
    @OwnAffairs("what waits for oneself")
    @GetMapping("/desk")
    String desk(Desk desk, Model model) {
        model.addAttribute("todos", todos(desk));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), clock.getZone()));
        return "home/desk";
    }

    /** What has a day comes first, the earliest first; the rest in the order in which it was asked. */
    private List<Todo> todos(Desk desk) {
        return sources.orderedStream()
                .flatMap(source -> source.todosFor(desk).stream())
                .sorted(Comparator.comparing(todo -> todo.due().orElse(LocalDate.MAX)))
                .toList();
    }
}
