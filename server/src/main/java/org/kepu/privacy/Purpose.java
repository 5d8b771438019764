package org.kepu.privacy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Right;

/**
 * What personal data is handled for, as the register says it (个人信息保护法第十七条).
 *
 * @param people whose data it is
 * @param why what the person is told
 * @param law the articles that allow it
 * @param consent whether the person is asked first
 * @param sensitive whether it is sensitive by article 28: then reading a minor's data needs a second person
 * @param days how long it is kept
 * @param after from when on the days count, in words
 * @param rule the {@link Retained} that removes it in time, where a machine can
 * @param seenBy the rights whose holders see it
 */
public record Purpose(
        String id,
        String name,
        String people,
        String why,
        Basis basis,
        String law,
        boolean consent,
        boolean sensitive,
        int days,
        String after,
        @Nullable String rule,
        @JsonProperty("seen-by") Set<Right> seenBy,
        List<Field> fields) {

    /** The lawful bases of article 13 that the platform uses. */
    public enum Basis {
        CONSENT,
        DUTY,
        PUBLIC_INTEREST;

        /** The key of its name on screen. */
        public String messageKey() {
            return "privacy.basis." + name();
        }
    }

    /** A column with personal data, and what people call it. */
    public record Field(String column, String name) {
        public Field {
            if (!column.matches("[a-z_]+\\.[a-z_]+\\.[a-z_]+") || name.isBlank()) {
                throw new IllegalArgumentException("a field is schema.table.column with a name: " + column);
            }
        }
    }

    public Purpose {
        for (var said : List.of(id, name, people, why, law, after)) {
            if (requireNonNull(said, "a purpose says everything: " + id).isBlank()) {
                throw new IllegalArgumentException("a purpose leaves nothing empty: " + id);
            }
        }
        requireNonNull(basis, "lawful basis of " + id);
        seenBy = Set.copyOf(seenBy);
        fields = List.copyOf(fields);
        if (days < 1 || fields.isEmpty() || seenBy.isEmpty()) {
            throw new IllegalArgumentException("a purpose has fields, readers and an end: " + id);
        }
        if (consent != (basis == Basis.CONSENT)) {
            throw new IllegalArgumentException("who rests on consent asks for it, and nobody else does: " + id);
        }
    }

    /** What people call this column, if it is handled for this purpose. */
    public Optional<String> called(String column) {
        return fields.stream()
                .filter(field -> field.column().equals(column))
                .map(Field::name)
                .findFirst();
    }
}
