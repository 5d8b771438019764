package org.kepu.plandoc.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.plandoc.Reading;
import org.kepu.plandoc.samples.Samples.Sample;

/**
 * How well the reader does on plans it has seen and on plans it has not. The table on the console is the measurement;
 * the thresholds below hold it.
 */
class SamplePlansTest {
    private static final double DEVELOPMENT_MEAN = 0.95;
    private static final double DEVELOPMENT_EACH = 0.90;
    private static final double KEPT_ASIDE_MEAN = 0.90;
    private static final double KEPT_ASIDE_2_MEAN = 0.95;
    private static final double DEMO_EACH = 0.97;
    private static final double REAL_EACH = 0.97;

    @Test
    void the_development_plans_are_read_right() {
        var scores = scores(in("development"));
        print("development", scores, true);
        assertThat(scores.keySet()).isNotEmpty();
        assertThat(below(DEVELOPMENT_EACH, scores)).isEmpty();
        assertThat(mean(scores)).isGreaterThanOrEqualTo(DEVELOPMENT_MEAN);
    }

    /** Prints scores only, never what was wrong: these plans are to stay unseen by whoever writes the reader. */
    @Test
    void plans_kept_aside_are_read_right_on_the_whole() {
        var scores = scores(in("kept-aside"));
        print("kept aside", scores, false);
        assertThat(scores.keySet()).isNotEmpty();
        assertThat(mean(scores)).isGreaterThanOrEqualTo(KEPT_ASIDE_MEAN);
    }

    /** Written without a look at the reader; since then read against it, so that every slip is shown. */
    @Test
    void the_second_plans_kept_aside_are_read_right_on_the_whole() {
        var scores = scores(in("kept-aside-2"));
        print("kept aside 2", scores, true);
        assertThat(scores.keySet()).isNotEmpty();
        assertThat(mean(scores)).isGreaterThanOrEqualTo(KEPT_ASIDE_2_MEAN);
    }

    @Test
    void the_demo_plans_of_the_product_are_read_right() {
        var documents = Samples.upwards("server/src/main/resources/demo");
        assumeTrue(documents.isPresent(), "no demo plans above the working directory");
        var scores = scores(Samples.in(Samples.folder("demo"), documents.get()));
        print("demo", scores, true);
        assertThat(scores.keySet()).hasSize(3);
        assertThat(below(DEMO_EACH, scores)).isEmpty();
    }

    @Test
    void the_real_plans_are_read_right() {
        var plans = Samples.upwards("shared/plans");
        assumeTrue(plans.isPresent(), "no real plans above the working directory");
        var scores = scores(Samples.in(plans.get().resolve("gold"), plans.get()));
        print("real", scores, true);
        assertThat(scores.keySet()).isNotEmpty();
        assertThat(below(REAL_EACH, scores)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documentsThatAreNoPlan")
    void a_document_that_sets_no_task_is_no_plan(Path document) {
        assertThat(Samples.read(document)).isInstanceOf(Reading.NotAPlan.class);
    }

    static List<Path> documentsThatAreNoPlan() {
        return Samples.files(Samples.folder("no-plan"));
    }

    private static List<Sample> in(String folder) {
        return Samples.in(Samples.folder(folder), Samples.folder(folder));
    }

    private static Map<String, Score> scores(List<Sample> samples) {
        var scores = new LinkedHashMap<String, Score>();
        samples.forEach(s -> scores.put(s.document().getFileName().toString(), s.score()));
        return scores;
    }

    private static List<String> below(double threshold, Map<String, Score> scores) {
        return scores.keySet().stream()
                .filter(name -> scores.get(name).total() < threshold)
                .toList();
    }

    private static double mean(Map<String, Score> scores) {
        return scores.values().stream().mapToDouble(Score::total).average().orElse(0);
    }

    private static void print(String title, Map<String, Score> scores, boolean withSlips) {
        System.out.printf("%n%s: mean %.3f%n", title, mean(scores));
        scores.forEach((name, score) -> {
            System.out.println("  " + score.row(name));
            if (withSlips) {
                score.slips().forEach(slip -> System.out.println("      " + slip));
            }
        });
    }
}
