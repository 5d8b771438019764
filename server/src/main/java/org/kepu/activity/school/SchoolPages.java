package org.kepu.activity.school;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.Page;
import org.kepu.shared.ImportReport;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The schools of a semester and which fall short; as Excel, out and in. */
@Controller
@RequestMapping("/desk/schools")
class SchoolPages {

    private final SchoolStandings standings;
    private final Semesters semesters;
    private final SchoolSheet sheet;
    private final SchoolImport importing;

    SchoolPages(SchoolStandings standings, Semesters semesters, SchoolSheet sheet, SchoolImport importing) {
        this.standings = standings;
        this.semesters = semesters;
        this.sheet = sheet;
        this.importing = importing;
    }

    @GetMapping
    String list(
            @May(Right.READ_FIGURES) Scope scope,
            @RequestParam(defaultValue = "") String semester,
            @RequestParam(name = "short", defaultValue = "false") boolean onlyShort,
            Model model) {
        model.addAttribute("table", table(scope, semester, onlyShort, null));
        return "school/list";
    }

    @GetMapping("/table.xlsx")
    void table(
            @May(Right.READ_FIGURES) Scope scope,
            @RequestParam(defaultValue = "") String semester,
            @RequestParam(name = "short", defaultValue = "false") boolean onlyShort,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var table = table(scope, semester, onlyShort, null);
        Attachment.EXCEL.head(response, page.say("school.title"));
        sheet.write(page, table.semester(), table.lines(), response.getOutputStream());
    }

    @PostMapping("/table")
    String take(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            org.kepu.shared.Desk desk,
            @RequestParam(defaultValue = "") String semester,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        return switch (importing.take(scope, semesters.from(semester), file.getBytes())) {
            case SchoolImport.Taken.Read(var report) -> {
                model.addAttribute("table", table(desk.scope(Right.READ_FIGURES), semester, false, report));
                yield "school/list";
            }
            case SchoolImport.Taken.Unreadable(var reason) -> {
                redirect.addFlashAttribute("flash", Flash.warn(reason));
                yield "redirect:/desk/schools";
            }
        };
    }

    private SchoolTable table(Scope scope, String asked, boolean onlyShort, @Nullable ImportReport report) {
        var semester = semesters.from(asked);
        var found = standings.all(scope, semester);
        var lines = found.stream().filter(line -> !onlyShort || line.isShort()).toList();
        return new SchoolTable(
                semester, semesters.all(), onlyShort, found.size(), lines, found.size() == Schools.SHOWN, report);
    }
}
