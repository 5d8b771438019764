package org.kepu.ledger.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.ledger.TaskId;
import org.kepu.page.BrowsedSite;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The life of a task and the yearly work plan as they look, with a mouse, with a keyboard, without script. */
class WorkFacesTest extends BrowsedSite {

    private static final List<Integer> WIDTHS = List.of(1440, 768, 390);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TakingUp takingUp;

    private GivenTasks given;
    private TaskId task;

    @BeforeEach
    void plant() {
        given = GivenTasks.of(context);
        task = given.task("办好讲座", "旗科协");
        given.liaison("旗科协", "乌兰图雅");
    }

    @Test
    void every_page_can_be_read_and_used_by_everybody() {
        takingUp.all(given.scope("旗科协", Right.DO_TASKS), List.of(task));
        var window = window(1440);
        keepSession(window, signedIn(given.clerkOf("旗科协")).session());
        fill(window);
        var choice = "?plan=" + given.plan() + "&year=2026";
        look(window, "task", "/desk/tasks/" + task);
        look(window, "task-facts", "/desk/tasks/" + task + "/facts");
        look(window, "tasks", "/desk/tasks" + choice);
        look(window, "tasks-take-up", "/desk/tasks/take-up" + choice);
        look(window, "tasks-carry-over", "/desk/tasks/carry-over" + choice);
        look(window, "tasks-todo", "/desk");
    }

    @Test
    void the_yearly_work_plan_can_be_read_and_used_by_everybody() {
        var window = desk(1440);
        var choice = "?plan=" + given.plan() + "&year=2026";
        look(window, "work-plans-none", "/desk/work-plans" + choice);
        window.navigate("/desk/work-plans" + choice);
        window.click("text=生成 2026 年工作计划草稿");
        var draft = window.url();
        look(window, "work-plan-draft", draft);
        window.navigate(draft);
        window.click("#section-2 summary");
        window.fill("#text-2", "各单位按季度更新进展。");
        window.click("#section-2 button");
        assertThat(window.textContent("#section-2")).contains("各单位按季度更新进展。");
        window.fill("#number", "苏右纲要办〔2026〕3号");
        window.locator("form[action$='/issue'] button").click();
        assertThat(window.textContent("main")).contains("已印发", "苏右纲要办〔2026〕3号");
        look(window, "work-plan-issued", draft);
        look(window, "work-plans", "/desk/work-plans" + choice);
    }

    @Test
    void a_task_is_broken_down_without_script_by_keyboard() {
        takingUp.all(given.scope("旗科协", Right.DO_TASKS), List.of(task));
        var plain = withoutScript(390);
        keepSession(plain, signedIn(given.clerkOf("旗科协")).session());
        fill(plain);
        assertThat(plain.textContent("#parts")).contains("排出讲座计划", "乌* 科员（联络员）", "办理中");
        assertThat(plain.textContent("#evidence")).contains("已印发通知");
        assertThat(plain.textContent("#history")).contains("新增分工“排出讲座计划”");
    }

    /** A part and a piece of evidence, typed in. */
    private void fill(Page window) {
        window.navigate("/desk/tasks/" + task);
        var part = window.locator("form[action$='/parts']");
        part.locator("input[name=what]").fill("排出讲座计划");
        part.locator("select").selectOption(new SelectOption().setIndex(1));
        part.locator("input[name=due]").fill("2026-12-20");
        part.locator("button").press("Enter");
        window.locator("#evidence summary").focus();
        window.keyboard().press("Enter");
        var evidence = window.locator("form[action$='/evidence']");
        evidence.locator("textarea").fill("已印发通知");
        evidence.locator("button").press("Enter");
    }

    private void look(Page window, String name, String path) {
        window.navigate(path);
        for (var width : WIDTHS) {
            window.setViewportSize(width, width < 500 ? 844 : 900);
            screenshot(window, name, width);
            assertNothingSticksOut(window);
            assertNoSeriousFindings(window);
        }
        window.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertNoSeriousFindings(window);
        screenshot(window, name + "-open", 390);
    }
}
