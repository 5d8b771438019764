package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The two real plans against their right answers; skipped where the shared material is not at hand. */
class RealPlansTest {

    @ParameterizedTest
    @ValueSource(strings = {"000-neimenggu", "002-kundulun"})
    void programmes_measures_and_bodies_are_those_of_the_right_answer(String name) throws IOException {
        var plan = ((Reading.Parsed) read(shared("plans/" + name + ".txt"))).plan();
        var gold = new ObjectMapper().readTree(Files.readString(shared("plans/gold/" + name + ".json")));

        assertThat(said(plan)).isEqualTo(right(gold, plan));
    }

    @Test
    void the_drafting_note_is_no_plan() throws IOException {
        assertThat(read(shared("plans/004-erlianhaote-drafting-note.txt"))).isInstanceOf(Reading.NotAPlan.class);
    }

    @Test
    void laws_are_no_plans() throws IOException {
        try (Stream<Path> laws = Files.list(shared("laws"))) {
            for (var law : laws.filter(path -> path.toString().endsWith(".txt")).toList()) {
                assertThat(read(law)).as(law.getFileName().toString()).isInstanceOf(Reading.NotAPlan.class);
            }
        }
    }

    private static List<String> said(ParsedPlan plan) {
        var lines = new ArrayList<String>();
        for (var programme : plan.programmes()) {
            lines.add(programme.kind() + " " + programme.title());
            for (var measure : programme.measures()) {
                lines.add(measure.title() + " " + new LinkedHashSet<>(measure.leads())
                        + new LinkedHashSet<>(measure.participants()));
            }
        }
        return lines;
    }

    /** Of several right titles the one the plan has. */
    private static List<String> right(JsonNode gold, ParsedPlan plan) {
        var said = said(plan);
        var lines = new ArrayList<String>();
        for (var programme : gold.get("programmes")) {
            lines.add(oneOf(programme, said, programme.get("kind").asString() + " ", ""));
            for (var measure : programme.get("measures")) {
                lines.add(oneOf(
                        measure, said, "", " " + texts(measure.get("leads")) + texts(measure.get("participants"))));
            }
        }
        return lines;
    }

    private static String oneOf(JsonNode node, List<String> said, String before, String after) {
        return texts(node.get("titles")).stream()
                .map(title -> before + title + after)
                .filter(said::contains)
                .findFirst()
                .orElse(before + texts(node.get("titles")) + after);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static Reading read(Path path) throws IOException {
        return new PlanGrammar().read(TextSource.of(Files.readString(path)));
    }

    private static Path shared(String path) {
        var root = Path.of(System.getProperty("kepu.shared", "../../shared"));
        var file = root.resolve(path);
        assumeTrue(Files.exists(file), () -> "the shared material is not at hand: " + file);
        return file;
    }
}
