package org.kepu.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Reason;

/**
 * What somebody typed into one of several small forms of a page, and what is wrong with it: it comes back into that form with
 * the sentences at its fields.
 *
 * @param at which form of the page; empty where there is one
 * @param words what was typed, by field
 * @param wrong keys of the sentences, by field
 */
public record Typed(String at, Map<String, String> words, Map<String, String> wrong) {

    public Typed {
        words = Map.copyOf(words);
        wrong = new LinkedHashMap<>(wrong);
    }

    /** Words that give no reason, or tell too much; nothing if they are in order. */
    public static Optional<Typed> reason(String at, String field, String words) {
        return Reason.fault(words).map(fault -> of(at, field, words, fault.messageKey()));
    }

    /**
     * A step that is taken for a reason only. Words that are none, or tell too much, come back into their form with status 422, and nothing
     * is done.
     *
     * @param back shows the page once more
     * @param step takes the step and says where to go
     */
    public static String because(
            String at,
            String field,
            String words,
            HttpServletResponse response,
            Function<Typed, String> back,
            Function<Reason, String> step) {
        var wrong = reason(at, field, words);
        if (wrong.isEmpty()) {
            return step.apply(new Reason(words));
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return back.apply(wrong.get());
    }

    /** One field with what is wrong with it. */
    public static Typed of(String at, String field, String words, String messageKey) {
        return new Typed(at, Map.of(field, words), Map.of(field, messageKey));
    }

    /** A day as browsers send it; nothing if it is none, or of another century than people live in. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() >= 1900 && day.getYear() < 2150);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether this was typed into that form. */
    public static boolean into(@Nullable Typed typed, String at) {
        return typed != null && typed.at().equals(at);
    }

    /** What was typed into a field of a form, or else what stands there. */
    public static String word(@Nullable Typed typed, String at, String field, String otherwise) {
        return typed != null && into(typed, at) ? typed.words().getOrDefault(field, otherwise) : otherwise;
    }

    /** The name of a field on its page, where several forms have such a field. */
    public static String id(String at, String field) {
        return at.isEmpty() ? field : field + "-" + at;
    }
}
