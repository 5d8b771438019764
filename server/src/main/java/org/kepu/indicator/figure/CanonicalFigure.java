package org.kepu.indicator.figure;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A figure in one spelling: keys in order, no blanks, values as text. Whoever has it can compute its checksum again. */
@Component
class CanonicalFigure {

    private final DefinitionJson definitions;
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    CanonicalFigure(DefinitionJson definitions) {
        this.definitions = definitions;
    }

    String of(Figure figure) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("definition", mapper.readValue(definitions.write(figure.definition()), Object.class));
        fields.put("region", figure.region().value());
        fields.put("from", figure.window().from().toString());
        fields.put("to", figure.window().to().toString());
        fields.put("value", text(figure.value()));
        fields.put("part", figure.part());
        fields.put("whole", figure.whole());
        fields.put(
                "parts",
                figure.parts().stream()
                        .map(part -> named(part.key(), part.name(), "value", part.value()))
                        .toList());
        fields.put(
                "fall-short",
                figure.fallShort().stream()
                        .map(one -> named(one.key(), one.name(), "has", one.has()))
                        .toList());
        var stated = figure.stated();
        fields.put("stated", stated == null ? null : List.of(stated.day().toString(), stated.source()));
        fields.put("edition", figure.edition().toString());
        fields.put("as-of", figure.asOf().toString());
        return mapper.writeValueAsString(fields);
    }

    /** The same spelling of what is kept, whose keys the database has put in an order of its own. */
    String of(String kept) {
        return mapper.writeValueAsString(mapper.readValue(kept, Object.class));
    }

    static String checksum(String canonical) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, @Nullable Object> named(
            String key, String name, String amount, @Nullable BigDecimal value) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("key", key);
        fields.put("name", name);
        fields.put(amount, text(value));
        return fields;
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
