package org.kepu.ledger.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.TaskId;
import org.kepu.page.Typed;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The task page, a part of the measure page: what one body does for one measure in one year. */
@Controller
@RequestMapping("/desk/tasks/{task}")
class TaskPages {

    private static final int ROWS = 50;
    private static final int FARTHEST = 100_000;

    private final ReadingTasks reading;
    private final TaskFiles files;
    private final TaskForms forms;

    TaskPages(ReadingTasks reading, TaskFiles files, TaskForms forms) {
        this.reading = reading;
        this.files = files;
        this.forms = forms;
    }

    @GetMapping
    String task(@May(Right.READ_LEDGER) Scope scope, Desk desk, @PathVariable TaskId task, Model model) {
        model.addAttribute("view", reading.read(scope, desk, task));
        model.addAttribute("forms", forms.empty());
        return "work/task";
    }

    @GetMapping("/facts")
    String facts(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @PathVariable TaskId task,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        var code = Typed.line(kind);
        var asked = code.isEmpty() ? null : code;
        model.addAttribute("view", reading.facts(scope, desk, task, asked, Math.clamp(from, 0, FARTHEST), ROWS));
        return "work/facts";
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable TaskId task, @PathVariable UUID file) {
        return files.download(scope, task, file);
    }
}
