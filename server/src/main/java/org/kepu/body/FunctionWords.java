package org.kepu.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The words by which offices say what they are for (卫健 = 卫生健康, 文旅 = 文化 and 旅游), kept as data with the text each was taken
 * from. A name of which any part is unknown says nothing at all: 民社局 is read neither as 民政局 nor as 人社局.
 */
@Component
class FunctionWords {

    private static final Pattern OFFICE_END = Pattern.compile("(分局|局|厅|委员会|委|办公室|办)$");
    private static final Pattern BETWEEN = Pattern.compile("^[和与、及]");
    private static final Pattern TWIN = Pattern.compile("[（(].*[)）]$");
    private static final int LONGEST_WORD = 20;

    private final Map<String, Set<String>> offices = new HashMap<>();
    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Set<String>> wholes = new HashMap<>();

    FunctionWords() {
        try (var file = new ClassPathResource("body/functions.csv").getInputStream()) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(this::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(String line) {
        var cells = line.split(",", 4);
        var functions = Set.of(cells[2].split(" "));
        switch (cells[0]) {
            case "office" -> offices.put(cells[1], functions);
            case "part" -> parts.put(cells[1], functions);
            case "party", "whole" -> wholes.put(cells[1], functions);
            default ->
                throw new IllegalStateException("a word is of an office, a party organ, a part or a whole: " + line);
        }
    }

    /** What a body of this name, without its region, is for; empty if any part of the name is not understood. */
    Set<String> of(String name) {
        var plain = TWIN.matcher(name).replaceFirst("");
        var whole = wholes.get(plain);
        if (whole != null) {
            return whole;
        }
        var end = OFFICE_END.matcher(plain);
        if (!end.find()) {
            return Set.of();
        }
        var stem = plain.substring(0, end.start());
        var single = offices.get(stem);
        return single != null ? single : compound(stem).orElse(Set.of());
    }

    /** Several functions written in a row; single characters stand only here. */
    private Optional<Set<String>> compound(String stem) {
        if (stem.isEmpty()) {
            return Optional.of(Set.of());
        }
        for (int length = Math.min(stem.length(), LONGEST_WORD); length > 0; length--) {
            var functions = word(stem.substring(0, length));
            if (functions != null) {
                var rest = compound(BETWEEN.matcher(stem.substring(length)).replaceFirst(""));
                if (rest.isPresent()) {
                    var all = new LinkedHashSet<>(functions);
                    all.addAll(rest.get());
                    return Optional.of(all);
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Set<String> word(String text) {
        var office = offices.get(text);
        return office != null ? office : parts.get(text);
    }
}
