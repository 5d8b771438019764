package org.kepu.page;

import java.io.Serializable;
import java.util.List;

/**
 * What the next page says of what has just been done. Controllers put it into the redirect:
 * {@code redirect.addFlashAttribute("flash", Flash.success("plan.saved", title))}; the layouts show it.
 *
 * @param key the sentence's key in the bundles
 * @param arguments what fills {0}, {1} … of the sentence
 */
public record Flash(Tone tone, String key, List<? extends Serializable> arguments) implements Serializable {

    static final String ATTRIBUTE = "flash";

    public Flash {
        arguments = List.copyOf(arguments);
    }

    public static Flash success(String key, Serializable... arguments) {
        return new Flash(Tone.GOOD, key, List.of(arguments));
    }

    /** What came of a step that is not always taken, in one of two sentences. */
    public static Flash of(boolean done, String success, String warning) {
        return done ? success(success) : warn(warning);
    }

    /** What came of a step, where the sentence says by itself whether it was taken. */
    public static Flash of(boolean done, String sentence) {
        return of(done, sentence, sentence);
    }

    public static Flash warn(String key, Serializable... arguments) {
        return new Flash(Tone.WARN, key, List.of(arguments));
    }
}
