package org.kepu.ledger.supervision.light;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The light as a filter of the ledger and a column of its sheet: 办好讲座 waits for a sheet since April, 办好展览 goes on next year. */
class LightsOfLedgerTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenLights given;
    private Visitor clerk;

    @BeforeEach
    void plant() {
        given = new GivenLights(context);
        given.round("2026-01-01", "2026-03-31", "2026-04-14");
        given.sql("""
                insert into ledger.task_evidence (id, task_id, said, day, added_at)
                select gen_random_uuid(), id, '已办', '2026-10-10', now() from ledger.task
                """);
        given.sql("""
                update ledger.task set state = 'CARRIED_OVER'
                where measure_id = (select id from plan.measure where title = '办好展览')
                """);
        clerk = clerk();
    }

    @Test
    void a_light_lets_through_the_measures_for_which_it_burns() {
        assertThat(measures("")).containsExactly("办好讲座", "办好展览");
        assertThat(measures("RED")).containsExactly("办好讲座");
        assertThat(measures("OFF")).containsExactly("办好展览");
        assertThat(measures("GREEN")).isEmpty();
        assertThat(clerk.get(ledger("RED")).body())
                .as("the word and the reason of the rule stand there, and the choice stays")
                .contains("红灯", "的填报表应于2026年4月14日前提交", "value=\"RED\" selected");
    }

    @Test
    void the_sheet_names_the_light_and_every_reason_of_the_same_rows() throws IOException {
        var page = clerk.get(ledger("RED")).body();
        var link = Pattern.compile("href=\"(/desk/ledger/sheet[^\"]*)\"").matcher(page);
        assertThat(link.find()).isTrue();
        var rows = sheet(link.group(1).replace("&amp;", "&"));
        assertThat(rows.get(1)).endsWith("灯", "原因");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2)).contains("办好讲座", "红灯");
        assertThat(rows.get(2).getLast()).contains("“2026-01-01调度”的填报表应于2026年4月14日前提交，尚未提交");
        assertThat(sheet("/desk/ledger/sheet?year=2026&plan=" + given.tasks.plan())
                        .get(3))
                .contains("办好展览", "不亮灯");
    }

    private String ledger(String light) {
        return "/desk/ledger?year=2026&plan=" + given.tasks.plan() + "&light=" + light;
    }

    private List<String> measures(String light) {
        return Pattern.compile("<a href=\"/desk/measures/[^\"]*\">([^<]*)</a>")
                .matcher(clerk.get(ledger(light)).body())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private List<List<String>> sheet(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Cookie", "kepu=" + clerk.session())
                .build();
        try (var workbook = new ReadableWorkbook(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body());
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .flatMap(cell -> Stream.ofNullable(cell == null ? null : cell.getText()))
                            .toList())
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
