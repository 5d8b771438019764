package org.kepu.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that is asked of a person, as it stands on the first screen of the desk.
 *
 * @param sentence what is asked
 * @param due the day by which, if there is one
 * @param act what a tap does
 */
public record Todo(Sentence sentence, Optional<Sentence> hint, Optional<LocalDate> due, Act act) {

    /** A sentence of the bundles and what fills its {0}, {1} … */
    public record Sentence(String key, List<Object> arguments) {
        public Sentence {
            arguments = List.copyOf(arguments);
        }

        public static Sentence of(String key, Object... arguments) {
            return new Sentence(key, List.of(arguments));
        }
    }

    /** Opens a page, or does it at once (POST). */
    public record Act(String key, String path, boolean atOnce) {}

    /** A thing done on another page. */
    public static Todo open(Sentence sentence, String actKey, String path) {
        return new Todo(sentence, Optional.empty(), Optional.empty(), new Act(actKey, path, false));
    }

    /** A thing done with one tap: the path is posted to. */
    public static Todo atOnce(Sentence sentence, String actKey, String path) {
        return new Todo(sentence, Optional.empty(), Optional.empty(), new Act(actKey, path, true));
    }

    public Todo by(LocalDate day) {
        return new Todo(sentence, hint, Optional.of(day), act);
    }

    public Todo hint(Sentence words) {
        return new Todo(sentence, Optional.of(words), due, act);
    }
}
