package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a file may hold breaks the grammar or keeps it busy. */
class HostileTextTest {
    private static final String PLAN = """
            青山县全民科学素质行动规划纲要实施方案（2021—2025年）
            一、重点行动
            （一）青少年科学素质提升行动
            1.办好科学课。每年实验20场，其中乡村学校不少于5场。（责任单位：县教育局、县科协）
            牵头单位：县教育局
            序号\t行动\t任务\t牵头单位\t责任单位
            1\t青少年科学素质提升行动\t1.办好科学课\t县教育局\t县科协
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“",
                "科学素质（",
                "——\n",
                "├──┼──┤\n",
                "| 甲 | 乙 |\n",
                "（一）实施青少年科学素质提升行动。\n1.培训20名。\n",
                "市教育局、",
                "每年培训2000名，",
                " \t　",
                "1"
            })
    void a_million_times_the_same_is_read_in_time(String piece) {
        var text = "一、科普行动\n" + piece.repeat(1_000_000 / piece.length());

        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> new PlanGrammar().read(TextSource.of(text)));
    }

    @Test
    void no_slip_makes_it_fail() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var damaged = new StringBuilder(PLAN);
            for (int slips = 0; slips < 12; slips++) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, "（）《》“”〔\t\n|，。、1一—".charAt(random.nextInt(16)));
                    default -> damaged.setCharAt(at, (char) (1 + random.nextInt(0xD000)));
                }
            }
            var text = damaged.toString();
            assertThatCode(() -> new PlanGrammar().read(TextSource.of(text)))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void every_beginning_of_a_plan_is_read() {
        for (int end = 0; end <= PLAN.length(); end++) {
            assertThat(new PlanGrammar().read(TextSource.of(PLAN.substring(0, end))))
                    .isNotNull();
        }
    }
}
