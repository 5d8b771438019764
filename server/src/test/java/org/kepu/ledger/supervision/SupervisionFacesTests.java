package org.kepu.ledger.supervision;

import static org.kepu.ledger.work.GivenTasks.BANNER;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.page.BrowsedSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The faces of supervision, at the widths of a telephone, a tablet and a desk. */
class SupervisionFacesTests extends BrowsedSite {

    private static final List<String> PLANTED = List.of("""
            insert into ledger.round (id, region_code, name, period, covers_from, covers_to, due_on, opinion_days, mend_days,
                                      remind_before, remind_after, created_at, opened_at)
            values (gen_random_uuid(), '152524', '第三季度调度', 'QUARTER', '2026-07-01', '2026-09-30', '2026-10-20', 3, 3, '{3,1}', '{1}',
                    now(), now())
            """, """
            insert into ledger.asking (id, round_id, plan_id, region_code, period, covers_from, covers_to, topic)
            select gen_random_uuid(), round.id, plan.id, '152524', period, covers_from, covers_to, '' from ledger.round, plan.plan
            """, """
            insert into ledger.sheet (id, asking_id, plan_id, region_code, body_id, written, due_on, first_due_on)
            select gen_random_uuid(), asking.id, asking.plan_id, asking.region_code, body_id, min(task.written), '2026-10-20', '2026-10-20'
            from ledger.asking join ledger.task on task.plan_id = asking.plan_id where task.written = '旗科协' group by asking.id, body_id
            """, """
            insert into ledger.supervision_note (id, region_code, year, number, issuer, plan_id, plan_title, measure_id, measure,
                clause, task_id, body_id, written, light, figures, asks, issued_on, issued_due, state, due_on)
            select gen_random_uuid(), '152524', 2026, number, '苏尼特右旗全民科学素质工作领导小组办公室', plan_id, '苏尼特右旗全民科学素质行动规划纲要实施方案',
                measure_id, '办好讲座', '办好讲座。每年举办讲座不少于20场。', id, body_id, written, 'RED', '“第三季度调度”的填报表应于2026年10月20日前提交，尚未提交',
                '请查明原因，提出措施和完成时间，按期书面答复。', '2026-10-22', '2026-11-05', stands, '2026-11-05'
            from (select * from ledger.task where written = '旗科协' order by position, id limit 1) task,
                 (values (1, 'RECEIVED'), (2, 'ANSWERED'), (3, 'CLOSED')) as one (number, stands)
            """, """
            insert into ledger.supervision_event (region_code, object, at, act, account, words)
            select '152524', id, now(), 'supervision.note.act.ISSUE', gen_random_uuid(), '' from ledger.supervision_note
            """, """
            insert into ledger.note_answer (note_id, number, said, at, account)
            select id, 1, '人员不足，已请旗教育局支援，11 月底前补办两场。', now(), gen_random_uuid() from ledger.supervision_note where number = 2
            """, """
            insert into ledger.problem (id, region_code, source, origin, found_on, what, cause, remedy, body_id, written, due_on, state, done)
            select gen_random_uuid(), '152524', 'VISIT', '十月实地走访', '2026-10-12', what, '经费没有列入预算', '列入明年预算，先行更换破损展品', body_id, written,
                '2026-11-15', stands, done
            from (select * from ledger.task where written = '旗教育局' order by position, id limit 1) task,
                 (values ('展品陈旧，半数不能使用', 'OPEN', ''), ('馆内没有无障碍通道', 'MENDED', '已加装坡道')) as one (what, stands, done)
            """, """
            insert into ledger.yearly_fact (id, region_code, year, kind, given, title, number, signed_on, at, account)
            select gen_random_uuid(), code, 2026, 'YEARLY_PLAN', given, title, number, '2026-01-20', now(), gen_random_uuid()
            from (values ('152500', true, '锡林郭勒盟行政公署2026年工作要点', '锡署发〔2026〕1号'), ('152524', true, '苏尼特右旗人民政府2026年工作要点', ''),
                         ('152501', false, '', '')) as one (code, given, title, number)
            """);

    @Autowired
    private ApplicationContext context;

    @Test
    void supervision_is_sound_at_every_width() {
        var given = GivenTasks.of(context);
        var database = given.plans().database();
        PLANTED.forEach(statement -> database.sql(statement).update());
        var task = given.task("办好讲座", "旗科协");
        var faces = new LinkedHashMap<String, String>();
        faces.put("lights", "/desk/supervision");
        faces.put("lights-rules", "/desk/supervision/rules");
        faces.put("lights-ledger", "/desk/ledger?plan=" + given.plan());
        faces.put("lights-measure", "/desk/measures/" + given.plans().measure(given.plan(), "办好讲座"));
        faces.put("notes", "/desk/supervision/notes");
        faces.put("note-new", "/desk/supervision/notes/new?task=" + task);
        faces.put("note-judge", "/desk/supervision/notes/" + one("supervision_note where number = 2", given));
        faces.put("note-closed", "/desk/supervision/notes/" + one("supervision_note where number = 3", given));
        faces.put("problems", "/desk/supervision/problems");
        faces.put("problem-new", "/desk/supervision/problems/new?region=152524");
        faces.put("problem", "/desk/supervision/problems/" + one("problem where state = 'MENDED'", given));
        faces.put("yearly", "/desk/supervision/yearly-facts?region=152500&year=2026");
        faces.put("yearly-form", "/desk/supervision/yearly-facts/152524/2026/OVERALL_PLAN");
        for (var width : new int[] {390, 768, 1440}) {
            var window = desk(width);
            faces.forEach((name, path) -> {
                window.navigate(path);
                assertNoSeriousFindings(window);
                assertNothingSticksOut(window);
                screenshot(window, name, width);
            });
        }
        var department = window(390);
        keepSession(department, signedIn(given.clerkOf("旗科协")).session());
        var answering = "/desk/supervision/notes/" + one("supervision_note where number = 1", given);
        for (var face : List.of(answering, "/desk", "/desk/supervision")) {
            department.navigate(face);
            assertNoSeriousFindings(department);
            assertNothingSticksOut(department);
            screenshot(
                    department,
                    "department" + face.replaceAll("/[0-9a-f-]{36}", "").replace('/', '-'),
                    390);
        }
        var leader = window(1440);
        keepSession(leader, signedIn(accounts.with(Role.LEADER, BANNER)).session());
        leader.navigate("/desk/supervision");
        assertNoSeriousFindings(leader);
        screenshot(leader, "leader-lights", 1440);
    }

    private static String one(String of, GivenTasks given) {
        return given.plans().strings("select id::text from ledger." + of).getFirst();
    }
}
