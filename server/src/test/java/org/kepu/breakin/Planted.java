package org.kepu.breakin;

import static java.util.Comparator.comparing;
import static java.util.Map.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.file.Keeping;
import org.kepu.file.KeptFiles;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.vault.Vault;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One of each thing that the program knows, in a banner of 锡林郭勒盟, so that there is something to be reached for. Whoever
 * adds a page with a variable in its address says here what the variable stands for.
 */
final class Planted {

    /** 苏尼特右旗, below 锡林郭勒盟. */
    static final String OURS = "152524";

    /** 包头市, which nothing of ours belongs to. */
    static final String NEIGHBOUR = "150200";

    private static final String PERSON = "select id from access.account where name = 'leader-" + OURS + "'";

    private static final Map<String, String> VALUES = Map.ofEntries(
            entry("/plans/{id}", "select id from plan.plan"),
            entry("/desk/plans/{id}", "select id from plan.plan"),
            entry("/plans/consultations/{consultation}", "select id from plan.consultation"),
            entry("/desk/consultations/{consultation}", "select id from plan.consultation"),
            entry("/desk/consultations/{consultation}/opinions/{opinion}", "select id from plan.opinion"),
            entry("/desk/plans/{id}/levels/{measure}", "select id from plan.measure"),
            entry("/desk/plans/{id}/review", "select id from plan.draft where confirmed_at is null"),
            entry("/desk/plans/{id}/review/parts/{part}", "select 'head'"),
            entry("/desk/plans/{id}/review/acts/{act}", "select 'add-action'"),
            entry("/desk/measures/{id}", "select measure_id from ledger.task order by position, id"),
            entry("/desk/targets/{target}", "select id from plan.target"),
            entry("/desk/measures/{id}/tasks/{task}", "select id from ledger.task order by position, id"),
            entry("/desk/measures/{id}/tasks/{task}/{step}", "select 'TAKE_UP'"),
            entry("/desk/tasks/{task}", "select id from ledger.task order by position, id"),
            entry("/desk/tasks/{task}/parts/{part}", "select id from ledger.task_part"),
            entry("/desk/tasks/{task}/parts/{part}/{step}", "select 'FINISH'"),
            entry("/desk/tasks/{task}/files/{file}", "select file from ledger.task_evidence"),
            entry("/desk/work-plans/{workPlan}", "select id from ledger.work_plan"),
            entry("/desk/work-plans/{workPlan}/sections/{section}", "select '0'"),
            entry("/desk/rounds/{round}", "select id from ledger.round"),
            entry("/desk/rounds/{round}/sheets/{sheet}", "select id from ledger.sheet order by written"),
            entry(
                    "/desk/rounds/{round}/opinions/{body}",
                    "select body_id from ledger.task where role = 'LEAD' and body_id is not null"),
            entry("/desk/supervision/tasks/{task}", "select id from ledger.task order by position, id"),
            entry("/desk/supervision/notes/{note}", "select id from ledger.supervision_note"),
            entry("/desk/supervision/notes/{note}/judge/{act}", "select 'ACCEPT'"),
            entry("/desk/supervision/notes/{note}/files/{file}", "select file from ledger.note_answer"),
            entry("/desk/supervision/problems/{problem}", "select id from ledger.problem"),
            entry("/desk/supervision/problems/{problem}/judge/{act}", "select 'CLOSE'"),
            entry("/desk/supervision/yearly-facts/{region}", "select '" + OURS + "'"),
            entry("/desk/supervision/yearly-facts/{region}/{year}", "select extract(year from now())::int"),
            entry("/desk/supervision/yearly-facts/{region}/{year}/{kind}", "select 'YEARLY_PLAN'"),
            entry("/desk/supervision/yearly-facts/documents/{fact}", "select id from ledger.yearly_fact"),
            entry("/desk/evaluations/{evaluation}", "select id from ledger.evaluation"),
            entry("/desk/evaluations/{evaluation}/indices/{index}", "select id from ledger.evaluation_index"),
            entry(
                    "/desk/evaluations/{evaluation}/bodies/{evaluated}",
                    "select id from ledger.evaluated order by written"),
            entry("/desk/evaluations/{evaluation}/bodies/{evaluated}/{act}", "select 'SUBMIT'"),
            entry(
                    "/desk/evaluations/{evaluation}/bodies/{evaluated}/indices/{index}",
                    "select id from ledger.evaluation_index"),
            entry("/desk/evaluations/{evaluation}/visits/{visit}", "select id from ledger.evaluation_visit"),
            entry("/desk/evaluations/{evaluation}/reports/{report}", "select id from ledger.evaluation_report"),
            entry("/desk/research/{research}", "select id from ledger.research"),
            entry("/desk/regions/{code}", "select '" + OURS + "'"),
            entry("/desk/regions/{code}/changes/{kind}", "select 'RENAME'"),
            entry("/desk/regions/import/{id}", "select id from region.upload"),
            entry("/desk/bodies/{id}", "select id from body.body order by name"),
            entry("/desk/bodies/groups/{code}", "select '" + OURS + "'"),
            entry("/desk/bodies/groups/{code}/members/{body}", "select body from body.membership"),
            entry("/desk/audit/{id}", "select id from audit.entry where region = '" + OURS + "'"),
            entry("/desk/outbox/{id}", "select id from notice.message"),
            entry("/desk/people/{id}", PERSON),
            entry("/desk/people/{person}", PERSON),
            entry("/desk/people/{person}/deputies/{id}", "select id from access.deputy"),
            entry(
                    "/desk/people/{person}/grants/{grant}",
                    "select id from access.role_grant where holder = (" + PERSON + ")"),
            entry("/desk/people/{person}/grants/wishes/{wish}", "select id from access.wish"),
            entry("/desk/people/invitations/{id}", "select id from access.invitation"),
            entry(
                    "/desk/people/services/{id}",
                    "select id from access.account where kind = 'SERVICE' and region = '" + OURS + "'"),
            entry("/desk/people/services/{id}/tokens/{token}", "select id from access.token"),
            entry("/desk/deputies/{id}", "select id from access.deputy"),
            entry("/desk/sessions/{session}", "select id from access.session where account = (" + PERSON + ")"),
            entry(
                    "/desk/sessions/everyone/{session}",
                    "select id from access.session where account = (" + PERSON + ")"),
            entry("/desk/factors/{factor}", "select id from access.code_app"),
            entry("/desk/privacy/approvals/{id}", "select id from privacy.approval"),
            entry("/desk/privacy/requests/{id}", "select id from privacy.request"),
            entry("/desk/privacy/erasures/{id}", "select id from privacy.erasure"),
            entry("/privacy/proofs/{id}", "select id from privacy.erasure"),
            entry("/desk/indicators/{indicator}", "select 'science-literacy-ratio'"),
            entry("/desk/indicators/{indicator}/facts", "select 'lectures'"),
            entry("/desk/facts/{id}", "select id from indicator.fact where region = '" + OURS + "'"),
            entry("/desk/personal/{field}", "select 'privacy.dependant.name'"),
            entry("/desk/personal/{field}/{record}", "select id from privacy.dependant"),
            entry("/me/consents/{purpose}", "select 'dependants'"),
            entry("/me/family/{id}", "select id from privacy.dependant"),
            entry("/api/v1/indicators/{indicator}", "select 'teacher-training'"),
            entry("/api/v1/figures/{indicator}", "select 'teacher-training'"),
            entry("/desk/facts/import/{id}", "select id from indicator.history"),
            entry("/api/v1/sessions/{id}", "select id from activity.session"),
            entry("/activities/{id}", "select id from activity.activity where kind <> 'CONTEST'"),
            entry("/activities/sessions/{session}", "select id from activity.session"),
            entry("/activities/campaigns/{campaign}", "select 'FIRE_DAY'"),
            entry("/registrations/{code}", "select code from activity.booking"),
            entry("/desk/schools/{school}", "select code from activity.school"),
            entry("/desk/activities/{id}", "select id from activity.activity where kind <> 'CONTEST'"),
            entry("/desk/activities/{id}/contest", "select id from activity.activity where kind = 'CONTEST'"),
            entry("/desk/activities/series/{series}", "select id from activity.series"),
            entry("/desk/activities/templates/{template}", "select id from activity.template"),
            entry("/desk/activities/approvals/{approval}", "select id from activity.approval"),
            entry("/desk/activities/import/{sheet}", "select id from activity.sheet"),
            entry("/desk/activities/sessions/{session}", "select id from activity.session"),
            entry("/desk/activities/sessions/{session}/comments/{comment}", "select id from activity.feedback"),
            entry("/desk/activities/sessions/{session}/door/links/{link}", "select id from activity.door_link"),
            entry("/desk/trainings/{training}", "select activity from activity.training_class"),
            entry("/desk/trainings/{training}/trainees/{trainee}", "select id from activity.trainee"),
            entry("/desk/trainings/{training}/sessions/{session}", "select id from activity.session"),
            entry("/volunteer/teams/{team}", "select id from people.team"),
            entry("/volunteer/checks/{check}", "select id from people.spot_check"),
            entry("/volunteer/mine/{code}", "select 'nothing'"),
            entry("/experts/invitations/{secret}", "select 'nothing'"),
            entry("/desk/teams/{team}", "select id from people.team"),
            entry("/desk/teams/{team}/members/{member}", "select id from people.membership"),
            entry("/desk/teams/{team}/members/{member}/steps/{step}", "select 'PART'"),
            entry("/desk/shifts/{shift}", "select id from people.shift"),
            entry("/desk/shifts/{shift}/duties/{duty}", "select id from people.duty"),
            entry("/desk/appeals/{appeal}", "select id from people.appeal"),
            entry("/desk/hours/checks/{check}", "select id from people.spot_check"),
            entry("/desk/hours/checks/{check}/duties/{duty}", "select id from people.duty"),
            entry("/desk/experts/{expert}", "select id from people.expert"),
            entry("/desk/experts/{expert}/invitations/{invitation}", "select id from people.invitation"),
            entry("/desk/experts/{expert}/invitations/{invitation}/{act}", "select 'WITHDRAW'"),
            entry("/desk/rosters/entries/{entry}", "select id from people.roster_entry"),
            entry("/desk/tours/{tour}", "select id from people.tour"),
            entry("/desk/tours/{tour}/stops/{banner}", "select '" + OURS + "'"),
            entry("/desk/demands/{demand}", "select id from people.demand"),
            entry("/verify/{code}", "select code from certificate.certificate"),
            entry("/orders/{code}", "select code from orders.service_order"),
            entry("/orders/{code}/{act}", "select 'cancel'"),
            entry("/api/v1/orders/{order}", "select id from orders.service_order"),
            entry("/api/v1/orders/{order}/{act}", "select 'accept'"),
            entry("/desk/orders/{order}", "select id from orders.service_order"),
            entry("/desk/orders/{order}/{act}", "select 'ACCEPT'"),
            entry("/desk/orders/suppliers/{supplier}", "select id from orders.supplier"),
            entry("/desk/orders/suppliers/{supplier}/away/{absence}", "select id from orders.absence"),
            entry("/join/{secret}", "select 'nothing'"));

    private final JdbcClient database;
    private final Map<String, Optional<String>> found = new HashMap<>();

    Planted(ApplicationContext context) {
        var given = GivenPlans.onCleanGround(context);
        database = given.database();
        given.demoInForce(GivenPlans.BANNER_PLAN, 2026);
        given.uploaded(GivenPlans.planOf("办好讲座。（牵头单位：旗科协；责任单位：旗教育局）"));
        var accounts = context.getBean(GivenAccounts.class);
        var person = accounts.with(Role.LEADER, new RegionCode(OURS)).account();
        var other = accounts.with(Role.EDITOR, new RegionCode(OURS)).account();
        var clerk = accounts.with(Role.OFFICE_CLERK, new RegionCode(OURS)).account();
        var vault = context.getBean(Vault.class);
        keep(context.getBean(KeptFiles.class), clerk);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            clear();
            context.getBean(Outbox.class)
                    .send(new Message(Message.Channel.MAIL, "a@example.org", "通知", "内容", person, false));
            plant(person, other, clerk, vault);
        });
        hang(context.getBean(KeptFiles.class), clerk);
    }

    private static void keep(KeptFiles files, UUID clerk) {
        try {
            files.keep(
                    new Actor(clerk, Actor.Kind.STAFF, "经办人", null, ""),
                    "activity",
                    "签到表.txt",
                    new ByteArrayInputStream("乌云".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() {
        for (var table : List.of(
                "access.token_reading",
                "access.token",
                "access.deputy",
                "access.wish",
                "access.invitation",
                "access.code_app",
                "privacy.erasure_step",
                "privacy.erasure",
                "privacy.request",
                "privacy.approval",
                "privacy.dependant",
                "notice.message",
                "indicator.history",
                "region.upload")) {
            database.sql("delete from " + table).update();
        }
    }

    /** A document on the first task, one on the first sheet, one with an answer and one with a yearly fact. */
    private void hang(KeptFiles files, UUID clerk) {
        hang(files, clerk, "work", """
                insert into ledger.task_evidence (id, task_id, said, day, file, added_at)
                select gen_random_uuid(), id, '已印发通知', current_date, :file, now()
                from ledger.task order by position, id limit 1
                """);
        hang(files, clerk, "round", """
                update ledger.sheet set document = :file where id = (select id from ledger.sheet order by written limit 1)
                """);
        hang(files, clerk, "supervision", """
                insert into ledger.note_answer (note_id, number, said, file, at, account)
                select id, 1, '已办理', :file, now(), gen_random_uuid() from ledger.supervision_note
                """);
        hang(files, clerk, "supervision", """
                insert into ledger.yearly_fact (id, region_code, year, kind, given, title, number, file, at, account)
                select gen_random_uuid(), region_code, extract(year from now())::int, 'YEARLY_PLAN', true, '工作要点', '', :file, now(),
                       gen_random_uuid()
                from ledger.supervision_note
                """);
        hang(files, clerk, "evaluation", """
                insert into ledger.evaluation_visit (id, evaluation_id, kind, day, place, company, findings, file, added_at)
                select gen_random_uuid(), id, 'VISIT', current_date, '旗科技馆', '旗科协', '场次偏少', :file, now()
                from ledger.evaluation limit 1
                """);
        hang(files, clerk, "research", """
                insert into ledger.research (id, region_code, day, topic, visited, company, findings, file, added_at)
                select gen_random_uuid(), region_code, current_date, '讲座为什么少', '旗气象学会', '旗科协', '缺少讲师', :file, now()
                from ledger.evaluation limit 1
                """);
    }

    private void hang(KeptFiles files, UUID clerk, String holder, String sql) {
        var actor = new Actor(clerk, Actor.Kind.STAFF, "旗纲要办", null, "");
        var words = new ByteArrayInputStream("已印发通知".getBytes(StandardCharsets.UTF_8));
        try {
            if (files.keep(actor, holder, "通知.txt", words) instanceof Keeping.Kept kept) {
                database.sql(sql).param("file", kept.file().id().value()).update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plant(UUID person, UUID other, UUID clerk, Vault vault) {
        for (var sql : List.of(
                "update access.account set region = :ours where id in (:person, :other)",
                "update notice.message set state = 'SHOWN', settled_at = now()",
                """
                insert into access.account (name, display_name, password_hash, created_at, region)
                values ('invited', '受邀人', 'none', now(), :ours) on conflict do nothing
                """,
                """
                insert into access.account (kind, display_name, created_at, region) select 'SERVICE', '接口', now(), :ours
                where not exists (select from access.account where kind = 'SERVICE' and region = :ours)
                """,
                """
                insert into access.invitation (account, token_hash, invited_by, invited_at, expires_at)
                select id, sha256('x'), :other, now(), now() + interval '1 day' from access.account where name = 'invited'
                """,
                """
                insert into access.token (id, account, secret_hash, made_by, made_at, expires_at)
                select gen_random_uuid(), id, sha256('x'), :other, now(), now() + interval '1 day' from access.account
                where kind = 'SERVICE' and region = :ours limit 1
                """,
                """
                insert into access.wish (holder, role, region, within, reason, wished_by, wished_at)
                values (:person, 'EDITOR', :ours, :ours, '工作需要', :other, now())
                """,
                """
                insert into access.deputy (represented, deputy, starts_at, ends_at, named_by, named_at, reason)
                values (:person, :other, now(), now() + interval '1 day', :person, now(), '出差')
                """,
                """
                insert into access.session (account, proof, address, device, opened_at, seen_at, proved_at)
                values (:person, 'PASSWORD', '10.0.0.1', 'Firefox', now(), now(), now())
                """,
                """
                insert into access.code_app (account, name, secret, last_step, added_at)
                select id, '手机', :secret, 0, now() from access.account where name = 'invited'
                """,
                """
                insert into privacy.dependant (guardian, region_code, name, birth_month, entered_at)
                values (:person, :ours, :child, :birth, now())
                """,
                """
                insert into privacy.approval (reader, field, record, purpose, reason, region_code, asked_at, hours)
                values (:other, 'privacy.dependant.name', gen_random_uuid(), 'dependants', '核对', :ours, now(), 1)
                """,
                """
                insert into privacy.request (kind, channel, person, region_code, received_on, due, entered_by)
                values ('SEE', 'PHONE', :person, :ours, current_date, current_date + 20, :other)
                """,
                """
                insert into privacy.erasure (person, region_code, asked_by, asked_at, moved_at)
                values (gen_random_uuid(), :ours, :other, now(), now())
                """,
                """
                insert into region.upload (file_name, since, basis, uploaded_at, checked, uploaded_by)
                values ('村.csv', current_date, '批复', now(),
                        '{"read":0,"written":0,"unchanged":0,"rejected":0,"errors":[]}', :clerk)
                """,
                """
                insert into indicator.history (file_name, numbering, uploaded_at, uploaded_by, checked)
                values ('讲座.csv', :ours, now(), :clerk,
                        '{"read":0,"written":0,"unchanged":0,"rejected":0,"errors":[]}')
                """,
                """
                insert into ledger.round (id, region_code, name, period, covers_from, covers_to, due_on, opinion_days, mend_days,
                                          remind_before, remind_after, created_at, opened_at)
                values (gen_random_uuid(), :ours, '第一季度调度', 'QUARTER', '2026-01-01', '2026-03-31', '2026-04-15', 3, 3, '{3,1}',
                        '{1}', now(), now())
                """,
                """
                insert into ledger.asking (id, round_id, plan_id, region_code, period, covers_from, covers_to, topic)
                select gen_random_uuid(), round.id, plan.id, :ours, period, covers_from, covers_to, '' from ledger.round, plan.plan
                """,
                """
                insert into ledger.round_plan (round_id, plan_id, region_code, title, asking_id)
                select round_id, plan_id, region_code, '方案', id from ledger.asking
                """,
                """
                insert into ledger.sheet (id, asking_id, plan_id, region_code, body_id, written, due_on, first_due_on)
                select gen_random_uuid(), asking.id, asking.plan_id, asking.region_code, body_id, min(written), '2026-04-15', '2026-04-15'
                from ledger.asking join ledger.task on task.plan_id = asking.plan_id where body_id is not null group by asking.id, body_id
                """,
                """
                insert into ledger.line (id, sheet_id, task_id, measure_id, role, position, title, earlier)
                select gen_random_uuid(), sheet.id, task.id, measure_id, role, position, '措施', '' from ledger.sheet
                join ledger.task on task.plan_id = sheet.plan_id and task.body_id = sheet.body_id
                """,
                """
                insert into ledger.supervision_note (id, region_code, year, number, issuer, plan_id, plan_title, measure_id, measure,
                    clause, task_id, body_id, written, light, figures, asks, issued_on, issued_due, state, due_on)
                select gen_random_uuid(), :ours, 2026, 1, '旗纲要办', plan_id, '方案', measure_id, '措施', '条款', id, body_id, written,
                    'RED', '', '请说明', current_date, current_date + 14, 'ANSWERED', current_date + 14
                from ledger.task where body_id is not null order by position, id limit 1
                """,
                """
                insert into ledger.problem (id, region_code, source, origin, found_on, what, cause, remedy, body_id, written, due_on,
                    state, done)
                select gen_random_uuid(), :ours, 'VISIT', '', current_date, '问题', '', '整改', body_id, written, current_date + 14,
                    'MENDED', '已整改'
                from ledger.task where body_id is not null order by position, id limit 1
                """,
                """
                insert into ledger.evaluation (id, plan_id, region_code, kind, name, covers_from, covers_to, self_days, rebuttal_days,
                                               answer_days, expert_share, created_at)
                select gen_random_uuid(), id, :ours, 'MIDTERM', '中期自查', '2026-01-01', '2026-06-30', 10, 5, 10, 0, now() from plan.plan
                """,
                """
                insert into ledger.evaluation_index (id, evaluation_id, number, title, weight)
                select gen_random_uuid(), id, '1', '组织领导', 100 from ledger.evaluation
                """,
                """
                update ledger.evaluation set state = 'OPEN', opened_at = now(), due_on = '2026-07-15', checksum = repeat('0', 64)
                """,
                """
                insert into ledger.evaluated (id, evaluation_id, body_id, region_code, written, position, government, state, due_on,
                                              objection_due)
                select gen_random_uuid(), evaluation.id, body_id, :ours, min(written), 1, false, 'NOTIFIED', '2026-07-15', '2026-07-30'
                from ledger.evaluation join ledger.task on task.plan_id = evaluation.plan_id where body_id is not null
                group by evaluation.id, body_id
                """,
                """
                insert into ledger.evaluation_mark (evaluated_id, index_id, full_mark, hand, mark, not_applicable, words)
                select evaluated.id, evaluation_index.id, 100, 'SELF', 90, false, '已完成' from ledger.evaluated, ledger.evaluation_index
                """,
                """
                insert into ledger.evaluation_evidence (evaluated_id, index_id, kind, source, label, path)
                select evaluated_id, index_id, 'SAID', gen_random_uuid(), '办了三场讲座', '/desk/rounds' from ledger.evaluation_mark
                """,
                """
                insert into ledger.evaluation_notice (id, evaluated_id, turn, issued_at, content, checksum)
                select gen_random_uuid(), id, 1, now(),
                       '{"turn":1,"evaluation":"中期自查","plan":"方案","office":"苏尼特右旗","body":"旗科协","day":"2026-07-20",
                         "objectionDue":"","total":"90","law":"","rows":[],"objection":"","decision":""}', repeat('0', 64)
                from ledger.evaluated
                """,
                """
                insert into ledger.evaluation_event (evaluation_id, at, act, account, words)
                select id, now(), 'evaluation.act.START', :clerk, '' from ledger.evaluation
                """,
                """
                insert into ledger.evaluation_report (id, evaluation_id, turn, state, asked_at, asked_by, content, checksum, ended_at)
                select gen_random_uuid(), id, 1, 'DONE', now(), :clerk,
                       '{"turn":1,"kind":"中期自查","evaluation":"中期自查","plan":"方案","office":"苏尼特右旗","from":"2026-01-01",
                         "to":"2026-06-30","day":"2026-07-20","asked":1,"scored":1,"settled":0,"visits":[],"goals":[],"programmes":[],
                         "problems":"","found":[],"nextSteps":"","successor":"","continued":[]}', repeat('0', 64), now()
                from ledger.evaluation
                """,
                """
                insert into body.membership (region, body, during)
                select region, id, daterange('2026-01-01', null) from body.body where region = :ours order by name limit 1
                """,
                """
                insert into indicator.fact (kind, audience, place, rural, weight, version, day, events, attendances, minutes,
                                            money, quantity, recorded_at, recorded_by, digest, region, source, source_id,
                                            title, organisers, measures)
                select kind.id, audience.id, place.id, true, 1, 1, '2026-03-05', 1, 40, 0, 0, 0, now(), :clerk,
                       gen_random_uuid(), :ours, 'test', 'planted', '一场讲座', '{}', '{}'
                from indicator.kind, indicator.audience, indicator.place
                where kind.code = 'LECTURE' and audience.code = '' and place.code = ''
                """,
                """
                insert into orders.supplier (id, kind, title, about, body, region, area, way, subjects, audiences, capacity, active, version)
                values (gen_random_uuid(), 'TEAM', '科技志愿服务队', '', gen_random_uuid(), :ours, :ours, array[:ours::text], '{HEALTH}', '{}',
                        3, true, 1)
                """,
                """
                insert into orders.absence (id, supplier, during)
                select gen_random_uuid(), id, daterange(current_date, current_date + 1, '[]') from orders.supplier
                """,
                """
                insert into orders.service_order (id, code, region, way, subject, words, audience, people, wished_from, wished_to, wished_hours,
                    asked_with, channel, asked_at, asked_on, state, moved_at, version)
                values (gen_random_uuid(), '123456789012', :ours, array[:ours::text], 'HEALTH', '', '', 30, current_date, current_date, '',
                    'planted', 'WEB', now(), current_date, 'REQUESTED', now(), 1)
                """,
                """
                insert into ledger.task_part (id, task_id, what, due, state)
                select gen_random_uuid(), id, '办一场讲座', current_date, 'OPEN' from ledger.task order by position, id limit 1
                """,
                """
                insert into ledger.work_plan (id, plan_id, year, region_code, issuer, title, state, begun_at)
                select gen_random_uuid(), plan_id, year, region_code, '旗纲要办', '年度工作计划', 'DRAFT', now()
                from ledger.task limit 1
                """,
                """
                insert into ledger.work_plan_section (work_plan_id, position, heading, text)
                select id, 0, '总体安排', '办好讲座' from ledger.work_plan
                """,
                """
                insert into plan.consultation (id, draft_id, region_code, title, structure, request, opens_on, closes_on,
                                               open_to_public, state, opened_at, opened_by)
                select gen_random_uuid(), id, :ours, title, structure, '请提意见', current_date, current_date + 30, true, 'OPEN',
                       now(), :clerk
                from plan.draft where confirmed_at is null limit 1
                """,
                """
                insert into plan.invited (consultation_id, body_id, body_name)
                select consultation.id, body.id, body.name from plan.consultation, body.body
                where body.region = :ours order by body.name limit 1
                """,
                """
                insert into plan.opinion (id, consultation_id, node, clause, words, name, contact, contact_print, sent_at)
                select gen_random_uuid(), id, '', '', '再具体一些', null, null, null, now() from plan.consultation
                """,
                """
                insert into activity.activity (id, title, kind, summary, audiences, region, place_kind, place, way, access, safety,
                                               telephone, state, version, written_at, written_by, published_at)
                values (gen_random_uuid(), '防灾减灾讲座', 'LECTURE', '讲怎么防暴风雪', '{ELDERS}', :ours, 'VILLAGE', '文化室', '向东',
                        '有坡道', '防滑', '0479-7225050', 'PUBLISHED', 1, now(), :clerk, now())
                """,
                """
                insert into activity.school (code, name, region, keeper, stage, rural, opened, version, written_at, written_by)
                select '3115000001', '朱日和镇中心校', :ours, id, 'PRIMARY', true, '2021-09-01', 1, now(), :clerk
                from body.body where region = :ours order by name limit 1
                """,
                """
                insert into activity.session (id, activity, starts_at, ends_at, capacity, taken, waits, per_person, opens_at, closes_at)
                select gen_random_uuid(), id, now() - interval '1 hour', now() + interval '1 hour', 10, 1, true, 2,
                       now() - interval '1 day', now() + interval '1 hour'
                from activity.activity
                """,
                """
                insert into activity.series (id, activity, rule, planned_at, planned_by)
                select gen_random_uuid(), id, 'FREQ=WEEKLY', now(), :clerk from activity.activity
                """,
                """
                insert into activity.template (id, title, region, shared, content, kept_at, kept_by)
                select gen_random_uuid(), '讲座', :ours, false, jsonb_build_object('told', jsonb_build_object(
                       'title', title, 'kind', kind, 'summary', summary, 'audiences', audiences,
                       'region', jsonb_build_object('value', region),
                       'place', jsonb_build_object('kind', place_kind, 'address', place, 'way', way),
                       'access', access, 'safety', safety, 'telephone', telephone, 'organisers', '{}'::text[], 'measures', '{}'::text[])),
                       now(), :clerk
                from activity.activity
                """,
                """
                insert into activity.approval (id, activity, round, state, version, sessions, asked_at, asked_by)
                select gen_random_uuid(), id, 1, 'ASKED', version, '', now(), :clerk from activity.activity
                """,
                """
                insert into activity.approval_step (approval, position, office) select id, 1, :ours from activity.approval
                """,
                """
                insert into activity.sheet (id, file_name, region, checked, uploaded_at, uploaded_by)
                values (gen_random_uuid(), '活动.csv', :ours, '{"read":0,"written":0,"unchanged":0,"rejected":0,"errors":[]}', now(),
                        :clerk)
                """,
                """
                insert into activity.booking (id, session, state, places, code, name, phone, phone_print, asked_with, booked_at,
                                              confirmed_at)
                select gen_random_uuid(), id, 'CONFIRMED', 1, '123456789012', :guest, :guestPhone, 'x', 'x', now(), now()
                from activity.session
                """,
                """
                insert into activity.door_link (id, session, digest, opens_at, ends_at, made_at, made_by)
                select gen_random_uuid(), id, 'x', now() - interval '1 hour', now() + interval '1 hour', now(), :clerk
                from activity.session
                """,
                """
                insert into activity.feedback (id, session, useful, clear, again, comment, state, told_on)
                select gen_random_uuid(), id, 5, 4, 5, '讲得清楚', 'UNREAD', current_date from activity.session
                """,
                """
                insert into activity.closing (session, version, held, document, closed_at, closed_by)
                select session.id, 1, true, file.id, now(), :clerk from activity.session, file.file where holder = 'activity' limit 1
                """,
                "update activity.activity set kind = 'TRAINING'",
                """
                insert into activity.training_class (activity, mode, least_share, least_mark, version)
                select id, 'OPEN', 80, 60, 1 from activity.activity
                """,
                """
                insert into activity.trainee (id, activity, category, rural, mark, name, phone, phone_print, entered_at, entered_by)
                select gen_random_uuid(), activity, 'SCIENCE_TEACHER', true, 90, :trainee, :traineePhone, 'x', now(), :clerk
                from activity.training_class
                """,
                """
                insert into certificate.certificate (id, kind, source, code, title, minutes, first_day, last_day, issuer, region, holder,
                                                     holder_print, issued_at, issued_by)
                select gen_random_uuid(), 'TRAINING', 'training/' || id, '0123456789ABCDEF', '实验课培训', 120, current_date,
                       current_date, '旗科协', :ours, :holder, 'x', now(), :clerk
                from activity.trainee
                """,
                """
                insert into activity.activity (id, title, kind, summary, audiences, region, place_kind, place, way, access, safety,
                                               telephone, state, version, written_at, written_by, published_at)
                select gen_random_uuid(), '机器人竞赛', 'CONTEST', summary, audiences, region, place_kind, place, way, access, safety,
                       telephone, state, version, written_at, written_by, published_at
                from activity.activity limit 1
                """,
                """
                insert into people.team (id, level, title, region, services, about, risks, training, insurance, line, recruiting, minors, version,
                                         kept_at, kept_by)
                values (gen_random_uuid(), 'SQUAD', '科技志愿服务队', :ours, '{SCIENCE}', '讲课', '路滑', '', '', '', true, true, 1, now(), :clerk)
                """,
                """
                insert into people.person (id, name, phone, phone_print, identity_print, entered_at)
                values (gen_random_uuid(), :volunteer, :volunteerPhone, 'x', 'x', now())
                """,
                """
                insert into people.volunteer (person, background, staff, way, agreed_at, agreed_to, agreed_how, agreed_before)
                select id, '', false, 'TEAM', now(), current_date, '签字', :clerk from people.person
                """,
                """
                insert into people.membership (id, team, volunteer, state, asked_at, settled_at)
                select gen_random_uuid(), team.id, volunteer.person, 'IN', now(), now() from people.team, people.volunteer
                """,
                """
                insert into people.shift (id, team, title, service, region, place, starts_at, ends_at, places, about, risks, imported, kept_at, kept_by)
                select gen_random_uuid(), id, '讲防灾', 'SCIENCE', :ours, '文化室', now() - interval '3 hours', now() - interval '1 hour', 5,
                       '讲课', '路滑', false, now(), :clerk
                from people.team
                """,
                """
                insert into people.duty (id, shift, volunteer, planned, state, came, gone, imported, entered_at)
                select gen_random_uuid(), shift.id, person, tstzrange(starts_at, ends_at), 'PRESENT', starts_at, ends_at, false, starts_at
                from people.shift, people.volunteer
                """,
                """
                insert into people.appeal (id, volunteer, duty, about, words, made_at)
                select gen_random_uuid(), volunteer, id, 'HOURS', '少记了', now() from people.duty
                """,
                """
                insert into people.spot_check (id, region, first_day, last_day, marks, seed, drawn_at, drawn_by)
                values (gen_random_uuid(), :ours, current_date, current_date, '{x}', 'x', now(), :clerk)
                """,
                "insert into people.spot_checked (spot_check, turn, duty) select spot_check.id, 1, duty.id from people.spot_check, people.duty",
                """
                insert into people.expert (id, person, region, fields, topics, rank, workplace, term_from, term_to, most, published, published_how, agreed_at,
                                           agreed_to, agreed_how, version, kept_at, kept_by)
                select gen_random_uuid(), id, :ours, '{210}', '', '', '', current_date, current_date + 365, 5, false, '', now(), current_date,
                       '签字', 1, now(), :clerk
                from people.person
                """,
                """
                insert into people.tour (id, programme, title, body, region, first_day, last_day, criteria, version, kept_at, kept_by, announced_at)
                select gen_random_uuid(), 'EXPERTS', '第14批', id, :ours, current_date, current_date + 30, '多年没有去过的', 1, now(), :clerk, now()
                from body.body where region = :ours order by name limit 1
                """,
                "insert into people.tour_stop (tour, banner, planned, topic) select id, :ours, '', '草原生态' from people.tour",
                """
                insert into people.invitation (id, expert, body, title, region, place, starts_at, ends_at, words, tour, banner, digest, state, sent_at, sent_by)
                select gen_random_uuid(), expert.id, body.id, '讲座', :ours, '文化室', now() + interval '1 day', now() + interval '25 hours', '',
                       tour.id, :ours, given.digest, given.state, now(), :clerk
                from people.expert, people.tour, (select id from body.body where region = :ours order by name limit 1) body,
                     (values ('x', 'SENT'), ('y', 'ACCEPTED')) as given (digest, state)
                """,
                """
                insert into people.roster_entry (id, kind, person, region, speciality, workplace, full_time, certificate, since, agreed_how, kept_at, kept_by)
                select gen_random_uuid(), 'ENVOY', id, :ours, '青贮', '', false, '', current_date, '签字', now(), :clerk from people.person
                """,
                """
                insert into people.demand (id, region, topic, words, asked_on, kept_at, kept_by)
                values (gen_random_uuid(), :ours, '青贮', '', current_date, now(), :clerk)
                """,
                """
                insert into body.delegate (region, body, part, name, phone, phone_print, during)
                select region, body, 'HEAD', '乌云', :phone, 'x', during from body.membership where region = :ours
                """)) {
            database.sql(sql)
                    .param("ours", OURS)
                    .param("person", person)
                    .param("other", other)
                    .param("clerk", clerk)
                    .param("secret", vault.seal("access.code_app.secret", "x"))
                    .param("child", vault.seal("privacy.dependant.name", "小明"))
                    .param("birth", vault.seal("privacy.dependant.birth_month", "2019-05"))
                    .param("guest", vault.seal("activity.booking.name", "王小明"))
                    .param("guestPhone", vault.seal("activity.booking.phone", "13812345678"))
                    .param("phone", vault.seal("body.delegate.phone", "13812345678"))
                    .param("trainee", vault.seal("activity.trainee.name", "王小明"))
                    .param("traineePhone", vault.seal("activity.trainee.phone", "13812345678"))
                    .param("volunteer", vault.seal("people.person.name", "王小明"))
                    .param("volunteerPhone", vault.seal("people.person.phone", "13812345678"))
                    .param("holder", vault.seal("certificate.certificate.holder", "王小明"))
                    .update();
        }
    }

    /** The address with each variable filled; empty where nobody has said what one stands for. */
    Optional<String> path(Target target) {
        var path = target.pattern();
        for (var variable : target.variables()) {
            var value = value(target.pattern(), variable);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            path = path.replaceFirst("\\{" + variable + "[^}]*}", value.get());
        }
        return Optional.of(path);
    }

    /** The longest beginning of the address that ends with the variable decides. */
    private Optional<String> value(String pattern, String variable) {
        return VALUES.keySet().stream()
                .filter(known -> pattern.startsWith(known)
                        && known.substring(known.lastIndexOf('{')).startsWith("{" + variable + "}"))
                .max(comparing(String::length))
                .flatMap(known -> found.computeIfAbsent(
                        known,
                        key -> database.sql(VALUES.get(key) + " limit 1")
                                .query(String.class)
                                .optional()));
    }
}
