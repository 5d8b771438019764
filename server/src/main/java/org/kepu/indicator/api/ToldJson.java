package org.kepu.indicator.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.PersonMarks;
import org.kepu.indicator.Source;
import org.kepu.indicator.Terms;
import org.kepu.indicator.Thing;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads facts as other systems write them. What is not known is refused, what is wrong is never repeated in an answer. */
@Component
class ToldJson {

    private static final int MOST_PERSONS = 2_000;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    private final PersonMarks marks;
    private final Terms terms;

    ToldJson(PersonMarks marks, Terms terms) {
        this.marks = marks;
        this.terms = terms;
    }

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Refusal why;

        private Wrong(Refusal why) {
            super(why.word(), null, false, false);
            this.why = why;
        }
    }

    /** @param source the name under which all facts of this system are kept */
    Told read(String source, byte[] text) {
        WrittenFact written;
        try {
            written = json.readValue(text, WrittenFact.class);
        } catch (JacksonException e) {
            return new Told.Unreadable(null, Refusal.MALFORMED);
        }
        if (written == null) {
            return new Told.Unreadable(null, Refusal.MALFORMED);
        }
        try {
            return read(source, written);
        } catch (Wrong wrong) {
            return new Told.Unreadable(written.id(), wrong.why);
        }
    }

    private Told read(String name, WrittenFact written) {
        var source = source(name, written);
        return Boolean.TRUE.equals(written.withdrawn())
                ? new Told.Withdrawn(source)
                : new Told.Happened(fact(source, written));
    }

    private static Source source(String name, WrittenFact written) {
        int version = Objects.requireNonNullElse(written.version(), 1);
        var id = needed(written.id());
        require(!id.isBlank() && id.length() <= Source.LONGEST_ID && version >= 1 && isText(id), Refusal.BAD_SOURCE);
        return new Source(name, id, version);
    }

    private Fact fact(Source source, WrittenFact written) {
        var kind = needed(written.kind());
        var title = needed(written.title()).strip();
        require(!title.isEmpty() && title.length() <= Fact.LONGEST_TITLE && isText(title), Refusal.BAD_TITLE);
        var persons = Objects.requireNonNullElse(written.persons(), List.<String>of());
        require(persons.size() <= MOST_PERSONS, Refusal.TOO_LARGE);
        return Fact.of(source, kind, day(needed(written.day())), region(needed(written.region())), title)
                .forAudience(Objects.requireNonNullElse(written.audience(), ""))
                .at(Objects.requireNonNullElse(written.place(), ""))
                .inRuralArea(written.rural())
                .with(amounts(written.amounts()))
                .by(listed(written.organisers()).stream().map(BodyId::new).toList())
                .serving(listed(written.measures()).stream().map(MeasureId::new).toList())
                .of(listed(persons).stream()
                        .filter(number -> !number.isBlank())
                        .map(marks::of)
                        .collect(Collectors.toSet()))
                .about(thing(kind, written.thing()));
    }

    private static Amounts amounts(WrittenFact.@Nullable WrittenAmounts written) {
        if (written == null) {
            return Amounts.ONCE;
        }
        int events = Objects.requireNonNullElse(written.events(), 0);
        int attendances = Objects.requireNonNullElse(written.attendances(), 0);
        int minutes = Objects.requireNonNullElse(written.minutes(), 0);
        long money = Objects.requireNonNullElse(written.money(), 0L);
        long quantity = Objects.requireNonNullElse(written.quantity(), 0L);
        require(events >= 0 && attendances >= 0 && minutes >= 0 && money >= 0 && quantity >= 0, Refusal.BAD_AMOUNT);
        return new Amounts(events, attendances, minutes, money, quantity);
    }

    private @Nullable Thing thing(String kind, WrittenFact.@Nullable WrittenThing written) {
        if (written == null) {
            return null;
        }
        var thing = needed(written.kind());
        var code = needed(written.code());
        var name = needed(written.name());
        require(!code.isBlank() && !name.isBlank() && isText(code) && isText(name), Refusal.INCOMPLETE);
        require(terms.kind(kind).map(known -> thing.equals(known.thing())).orElse(true), Refusal.THING_NOT_OF_KIND);
        return new Thing(thing, code.strip(), name.strip(), region(needed(written.region())));
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new Wrong(Refusal.UNKNOWN_DAY);
        }
    }

    private static RegionCode region(String written) {
        return Optional.of(written).flatMap(RegionCode::read).orElseThrow(() -> new Wrong(Refusal.UNKNOWN_REGION));
    }

    private static String needed(@Nullable String value) {
        if (value == null) {
            throw new Wrong(Refusal.INCOMPLETE);
        }
        return value;
    }

    private static <T> List<T> listed(@Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        require(values.stream().allMatch(Objects::nonNull), Refusal.MALFORMED);
        return values.stream().distinct().toList();
    }

    /** No database keeps the sign that ends a text, and no list shows the others. */
    private static boolean isText(String written) {
        return written.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, Refusal otherwise) {
        if (!holds) {
            throw new Wrong(otherwise);
        }
    }
}
