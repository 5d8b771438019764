package org.kepu.ledger.work.yearly;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure.Measure;
import org.kepu.plan.PlanStructure.Programme;
import org.kepu.plan.PlanStructure.Target;
import org.kepu.plan.Plans;
import org.kepu.shared.BodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says in words what a year's ledger asks for: by programme and measure, who leads and takes part, the targets with their
 * numbers, the parts with their days. The words are those of an official document, in Chinese whoever reads.
 */
@Component
class YearOfTasks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private final Plans plans;
    private final JdbcClient database;

    YearOfTasks(Plans plans, JdbcClient database) {
        this.plans = plans;
        this.database = database;
    }

    private record Asked(UUID task, UUID measure, String role, String written) {
        boolean leads() {
            return role.equals("LEAD");
        }
    }

    private record Piece(UUID measure, String written, String what, LocalDate due) {}

    /** What is asked of one body, or of all. */
    private record Year(Map<UUID, List<Asked>> tasks, Map<UUID, List<Piece>> parts) {

        boolean asks(Measure measure) {
            return tasks.containsKey(measure.id().value());
        }

        String bodies(Measure measure, boolean leading) {
            return String.join(
                    "、",
                    tasks.getOrDefault(measure.id().value(), List.of()).stream()
                            .filter(task -> task.leads() == leading)
                            .map(Asked::written)
                            .toList());
        }

        List<String> parts(Measure measure) {
            return parts.getOrDefault(measure.id().value(), List.of()).stream()
                    .map(part -> part.what() + "（" + part.written() + "，" + DAY.format(part.due()) + "前）")
                    .toList();
        }
    }

    /** The sections with which a draft begins; none where the year asks for nothing. */
    List<Section> sections(Plan plan, int year, @Nullable BodyId body) {
        var asked = year(plan, year, body);
        var programmes = plans.structure(plan.id()).programmes().stream()
                .filter(programme -> programme.measures().stream().anyMatch(asked::asks))
                .toList();
        if (programmes.isEmpty()) {
            return List.of();
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section(0, "总体安排", opening(plan, year, asked, programmes), 1));
        for (var programme : programmes) {
            sections.add(new Section(sections.size(), programme.title(), chapter(programme, asked), 1));
        }
        sections.add(new Section(sections.size(), "工作要求", "", 1));
        return sections;
    }

    /** The table of tasks as the ledger stands now. */
    List<Content.Row> rows(Plan plan, int year, @Nullable BodyId body) {
        var asked = year(plan, year, body);
        return plans.structure(plan.id())
                .measures()
                .filter(asked::asks)
                .map(measure -> new Content.Row(
                        measure.title(),
                        asked.bodies(measure, true),
                        asked.bodies(measure, false),
                        targets(measure),
                        String.join("\n", asked.parts(measure))))
                .toList();
    }

    private static String opening(Plan plan, int year, Year asked, List<Programme> programmes) {
        var number = plan.documentNumber() == null ? "" : "（" + plan.documentNumber() + "）";
        var measures = programmes.stream()
                .flatMap(programme -> programme.measures().stream())
                .filter(asked::asks)
                .count();
        return "为落实《%s》%s，做好%d年全民科学素质工作，制定本计划。\n本年度推进%d项行动（工程）的%d条措施，任务分工见附件。"
                .formatted(plan.title(), number, year, programmes.size(), measures);
    }

    private static String chapter(Programme programme, Year asked) {
        var text = new StringBuilder();
        int number = 0;
        for (var measure : programme.measures()) {
            if (asked.asks(measure)) {
                number++;
                text.append(number)
                        .append('.')
                        .append(measure.title())
                        .append("。")
                        .append(who(measure, asked));
                line(text, "年度目标：", targets(measure));
                line(text, "分工：", String.join("；", asked.parts(measure)));
                text.append('\n');
            }
        }
        return text.toString().strip();
    }

    private static String who(Measure measure, Year asked) {
        var leads = asked.bodies(measure, true);
        var participants = asked.bodies(measure, false);
        return (leads.isEmpty() ? "" : "牵头单位：" + leads + (participants.isEmpty() ? "。" : "；"))
                + (participants.isEmpty() ? "" : "责任单位：" + participants + "。");
    }

    private static void line(StringBuilder text, String begin, String words) {
        if (!words.isEmpty()) {
            text.append('\n').append(begin).append(words).append("。");
        }
    }

    private static String targets(Measure measure) {
        return String.join("；", measure.targets().stream().map(Target::quote).toList());
    }

    private Year year(Plan plan, int year, @Nullable BodyId body) {
        var tasks = database.sql("""
                        select id as task, measure_id as measure, role, written from ledger.task
                         where plan_id = :plan and year = :year and (:body::uuid is null or body_id = :body)
                         order by role, position
                        """)
                .param("plan", plan.id().value())
                .param("year", year)
                .param("body", body == null ? null : body.value())
                .query(Asked.class)
                .list();
        var parts = database.sql("""
                        select measure_id as measure, written, part.what, part.due
                          from ledger.task join ledger.task_part part on part.task_id = task.id
                         where plan_id = :plan and year = :year and (:body::uuid is null or body_id = :body)
                           and part.state <> 'DROPPED'
                         order by part.due, part.id
                        """)
                .param("plan", plan.id().value())
                .param("year", year)
                .param("body", body == null ? null : body.value())
                .query(Piece.class)
                .list();
        return new Year(
                tasks.stream().collect(groupingBy(Asked::measure)),
                parts.stream().collect(groupingBy(Piece::measure)));
    }
}
