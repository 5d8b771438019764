package org.kepu.ledger.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.ledger.TaskId;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Attachment;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** A task from the day it is taken up: broken down, told of, named in the body's own plan, and all of it written down. */
class TaskLifeTest extends RunningSite {

    private static final String SOON = "2026-12-20";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TakingUp takingUp;

    @Autowired
    private Parts parts;

    @Autowired
    private GivingEvidence evidence;

    @Autowired
    private CarryingOver carrying;

    private GivenTasks given;
    private TaskId task;
    private Visitor clerk;

    @BeforeEach
    void plant() {
        given = GivenTasks.of(context);
        task = given.task("办好讲座", "旗科协");
        clerk = signedIn(given.clerkOf("旗科协"));
        clerk.get(page());
    }

    @Test
    void what_is_taken_up_is_broken_down_and_the_parts_are_done_one_by_one() {
        takeUp();
        var liaison = given.liaison("旗科协", "乌兰图雅");
        assertThat(part(UUID.randomUUID(), 0, "排出讲座计划", liaison.toString(), SOON)
                        .location())
                .startsWith(page());
        assertThat(clerk.get(page()).body())
                .contains("排出讲座计划", "乌* 科员（联络员）", "2026年12月20日", "办理中", "分工已保存", "0/1 已完成")
                .doesNotContain("乌兰图雅");
        var part =
                given.plans().strings("select id::text from ledger.task_part").getFirst();
        clerk.post(page() + "/parts/" + part + "/FINISH", "on", "2026-11-20");
        assertThat(clerk.get(page()).body()).contains("1/1 已完成", "2026年11月20日", "这项分工已完成");
        assertThat(given.plans().strings("select state || ' ' || done_on from ledger.task_part"))
                .containsExactly("DONE 2026-11-20");
        clerk.post(page() + "/parts/" + part + "/FINISH");
        assertThat(clerk.get(page()).body()).contains("已经办过了，没有重复");
        clerk.post(page() + "/parts/" + part + "/REOPEN");
        clerk.post(page() + "/parts/" + part + "/DROP");
        assertThat(given.plans().strings("select state from ledger.task_part")).containsExactly("DROPPED");
        assertThat(given.plans().strings("select kind from ledger.task_event order by id"))
                .containsExactly("TAKE_UP", "PART_ADDED", "PART_FINISHED", "PART_REOPENED", "PART_DROPPED");
    }

    @Test
    void before_it_is_taken_up_a_task_is_not_broken_down() {
        assertThat(part(UUID.randomUUID(), 0, "排出讲座计划", "", SOON).body()).contains("请先签收任务");
        assertThat(given.plans().rows("ledger.task_part")).isZero();
    }

    @Test
    void what_is_missing_is_said_at_the_field_and_what_was_typed_stays() {
        takeUp();
        var answer = part(UUID.randomUUID(), 0, "", "", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请写明做什么", "请填写完成时限", "href=\"#due\"", "id=\"due\"");
        var late = clerk.post(page() + "/evidence", "said", "办了三场", "day", "2126-01-01");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("日期不能晚于今天", "办了三场");
    }

    @Test
    void a_part_is_put_down_for_those_who_stand_for_the_body() {
        takeUp();
        var stranger = given.liaison("旗教育局", "王芳");
        assertThat(part(UUID.randomUUID(), 0, "排出讲座计划", stranger.toString(), SOON)
                        .body())
                .contains("所选的人不是本单位的负责人、联络员", "value=\"排出讲座计划\"");
        assertThat(given.plans().rows("ledger.task_part")).isZero();
    }

    @Test
    void the_same_form_sent_twenty_times_at_once_is_one_part() {
        takeUp();
        var id = UUID.randomUUID();
        var form = new PartForm(id, 0, "排出讲座计划", null, LocalDate.parse(SOON));
        var answers = together(20, i -> parts.add(given.scope("旗科协", Right.DO_TASKS), task, form));
        assertThat(answers).containsOnlyOnce(Answer.SAVED).allMatch(Answer::isGood);
        assertThat(given.plans().strings("select what from ledger.task_part")).containsExactly("排出讲座计划");
        assertThat(given.plans().strings("select kind from ledger.task_event where kind <> 'TAKE_UP'"))
                .containsExactly("PART_ADDED");
    }

    @Test
    void of_two_who_change_a_part_the_second_is_told() {
        takeUp();
        var id = UUID.randomUUID();
        part(id, 0, "排出讲座计划", "", SOON);
        clerk.get(page());
        part(id, 1, "排出全年讲座计划", "", SOON);
        clerk.get(page());
        var second = part(id, 1, "不排了", "", SOON);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("刚被别人改过", "排出全年讲座计划", "value=\"不排了\"", "name=\"version\" value=\"2\"");
        assertThat(given.plans().strings("select what || version from ledger.task_part"))
                .containsExactly("排出全年讲座计划2");
        part(id, 2, "不排了", "", SOON);
        assertThat(given.plans().strings("select what || version from ledger.task_part"))
                .containsExactly("不排了3");
    }

    @Test
    void what_is_finished_is_not_broken_down_further() {
        takeUp();
        given.plans().database().sql("update ledger.task set state = 'DONE'").update();
        assertThat(part(UUID.randomUUID(), 0, "排出讲座计划", "", SOON).body()).contains("任务已办结或者结转，不能再改");
        assertThat(given.plans().rows("ledger.task_part")).isZero();
    }

    @Test
    void nothing_is_added_to_a_task_after_someone_carried_it_over_at_the_same_moment() {
        var scope = given.scope("旗科协", Right.DO_TASKS);
        takeUp();
        var answers = together(
                12,
                i -> i == 6
                        ? carrying.carry(scope, task, new Reason("年内未完成，明年继续"))
                        : parts.add(
                                scope,
                                task,
                                new PartForm(UUID.randomUUID(), 0, "分工" + i, null, LocalDate.parse(SOON))));
        assertThat(answers).containsOnly(Answer.SAVED, Answer.CLOSED);
        var added = Collections.frequency(answers, Answer.SAVED) - 1;
        assertThat(given.plans().rows("ledger.task_part")).isEqualTo(added);
        assertThat(given.plans()
                        .strings("select kind from ledger.task_event where task_id = '" + task + "' order by id"))
                .hasSize(added + 2)
                .endsWith("CARRY_OVER");
    }

    @Test
    void evidence_comes_with_one_document_and_is_superseded_and_never_edited() {
        var id = UUID.randomUUID();
        var sent = clerk.postWithFile(
                page() + "/evidence",
                "file",
                new Attachment("讲座通知.txt", "关于举办科普讲座的通知".getBytes(UTF_8)),
                "id",
                id.toString(),
                "said",
                "已印发通知，三月开讲",
                "day",
                "2026-03-05");
        assertThat(sent.location()).isEqualTo(page() + "#evidence");
        var shown = clerk.get(page()).body();
        assertThat(shown).contains("已印发通知，三月开讲", "2026年3月5日", "讲座通知.txt");
        var file = given.plans()
                .strings("select file::text from ledger.task_evidence")
                .getFirst();
        var document = clerk.get(page() + "/files/" + file);
        assertThat(document.body()).isEqualTo("关于举办科普讲座的通知");
        assertThat(document.header("Content-Disposition")).contains("attachment");
        clerk.get(page());
        clerk.post(
                page() + "/evidence",
                "id",
                UUID.randomUUID().toString(),
                "said",
                "已印发通知，四月开讲",
                "day",
                "2026-03-08",
                "supersedes",
                id.toString());
        assertThat(clerk.get(page()).body()).contains("已印发通知，四月开讲", "更正以前的说明（1）", "<del>已印发通知，三月开讲</del>");
        for (var change :
                List.of("update ledger.task_evidence set said = '从未说过'", "delete from ledger.task_evidence")) {
            assertThatThrownBy(() -> given.plans().database().sql(change).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(given.plans().strings("select kind || ' ' || what from ledger.task_event order by id"))
                .containsExactly("EVIDENCE_ADDED 已印发通知，三月开讲", "EVIDENCE_SUPERSEDED 已印发通知，四月开讲");
    }

    @Test
    void of_many_who_correct_the_same_words_at_once_one_does() {
        var scope = given.scope("旗科协", Right.DO_TASKS);
        var said = new EvidenceForm(UUID.randomUUID(), "已印发通知", LocalDate.of(2026, 3, 5), null, null);
        evidence.add(scope, task, said);
        var answers = together(
                10,
                i -> evidence.add(
                        scope,
                        task,
                        new EvidenceForm(UUID.randomUUID(), "更正" + i, LocalDate.of(2026, 3, 6), said.id(), null)));
        assertThat(answers)
                .containsOnlyOnce(new Given.Answered(Answer.SAVED))
                .containsOnly(new Given.Answered(Answer.SAVED), new Given.Answered(Answer.OVERTAKEN));
        assertThat(evidence.of(task)).hasSize(2);
    }

    @Test
    void a_correction_that_comes_second_is_shown_again_over_the_first() {
        var first = new EvidenceForm(UUID.randomUUID(), "已印发通知", LocalDate.of(2026, 3, 5), null, null);
        var ours = given.scope("旗科协", Right.DO_TASKS);
        evidence.add(ours, task, first);
        var between = new EvidenceForm(UUID.randomUUID(), "三月开讲", LocalDate.of(2026, 3, 6), first.id(), null);
        evidence.add(ours, task, between);
        var last = new EvidenceForm(UUID.randomUUID(), "四月开讲", LocalDate.of(2026, 3, 7), between.id(), null);
        evidence.add(ours, task, last);
        var answer = clerk.post(
                page() + "/evidence",
                "id",
                UUID.randomUUID().toString(),
                "said",
                "五月开讲",
                "day",
                "2026-03-08",
                "supersedes",
                first.id().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("刚被别人改过", "五月开讲</textarea>", "name=\"supersedes\" value=\"" + last.id() + "\"");
    }

    @Test
    void what_is_no_document_is_refused_and_nothing_is_said() {
        var answer = clerk.postWithFile(
                page() + "/evidence",
                "file",
                new Attachment("a.exe", new byte[] {'M', 'Z', 0, 1, 2, 3}),
                "said",
                "已印发通知",
                "day",
                "2026-03-05");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("已印发通知");
        assertThat(given.plans().rows("ledger.task_evidence")).isZero();
        assertThat(given.plans().rows("ledger.task_event")).isZero();
    }

    @Test
    void the_bodys_own_plan_is_named_once_and_chosen_for_the_next_task() {
        var other = given.task("办好展览", "旗科协");
        for (var twice : List.of(1, 2)) {
            clerk.get(page());
            clerk.post(
                    page() + "/own-plan",
                    "title",
                    "旗科协2026年工作要点",
                    "number",
                    "苏右科协发〔2026〕1号",
                    "signedOn",
                    "2026-01-15",
                    "item",
                    "第三部分");
        }
        assertThat(clerk.get(page()).body()).contains("旗科协2026年工作要点", "苏右科协发〔2026〕1号", "2026年1月15日", "第三部分", "已经办过了");
        var plan = given.plans().strings("select id::text from ledger.own_plan").getFirst();
        assertThat(clerk.get("/desk/tasks/" + other).body()).contains("<option value=\"" + plan + "\"");
        clerk.post("/desk/tasks/" + other + "/own-plan", "chosen", plan, "item", "第四部分");
        assertThat(given.plans().rows("ledger.own_plan")).isEqualTo(1);
        assertThat(clerk.get("/desk/tasks?plan=" + given.plan() + "&year=2026").body())
                .contains("2 项任务，其中 2 项已列入本单位计划");
        assertThat(clerk.post(page() + "/own-plan", "item", "第一部分").status()).isEqualTo(422);
    }

    @Test
    void a_form_sent_again_with_another_title_names_another_document_and_a_file_may_come_later() {
        var id = UUID.randomUUID().toString();
        var letter = new Attachment("要点.txt", "旗科协2026年工作要点".getBytes(UTF_8));
        for (var title : List.of("旗科协要点", "旗科协2026年工作要点")) {
            assertThat(clerk.post(page() + "/own-plan", "id", id, "title", title, "signedOn", "2026-01-15")
                            .location())
                    .isEqualTo(page() + "#own-plan");
        }
        clerk.postWithFile(page() + "/own-plan", "document", letter, "title", "旗科协2026年工作要点", "signedOn", "2026-01-15");
        assertThat(clerk.get(page()).body()).contains("旗科协2026年工作要点", "要点.txt");
        var chosen = given.plans()
                .strings("select id::text from ledger.own_plan where title = '旗科协要点'")
                .getFirst();
        clerk.postWithFile(page() + "/own-plan", "document", letter, "chosen", chosen);
        assertThat(given.plans().strings("select title from ledger.own_plan where file is not null order by title"))
                .containsExactly("旗科协2026年工作要点", "旗科协要点");
    }

    @Test
    void the_history_tells_in_words_who_did_what_and_in_whose_place() {
        takeUp();
        part(UUID.randomUUID(), 0, "排出讲座计划", "", SOON);
        var leader = accounts.with(org.kepu.access.Role.LEADER, GivenTasks.BANNER);
        given.plans()
                .database()
                .sql("update ledger.task_event set represented = :who where kind = 'PART_ADDED'")
                .param("who", leader.account())
                .update();
        assertThat(clerk.get(page()).body()).contains("王同事签收了任务", "DEPARTMENT_CLERK（代LEADER）新增分工“排出讲座计划”");
    }

    private void takeUp() {
        assertThat(takingUp.all(given.scope("旗科协", Right.DO_TASKS), List.of(task)))
                .isEqualTo(1);
    }

    private Visitor.Answer part(UUID id, int version, String what, String delegate, String due) {
        return clerk.post(
                page() + "/parts",
                "id",
                id.toString(),
                "version",
                String.valueOf(version),
                "what",
                what,
                "delegate",
                delegate,
                "due",
                due);
    }

    private String page() {
        return "/desk/tasks/" + task;
    }
}
