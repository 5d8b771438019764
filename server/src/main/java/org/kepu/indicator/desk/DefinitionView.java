package org.kepu.indicator.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Term;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Figure;

/**
 * The page of a definition.
 *
 * @param now as it is defined today; null for a new one
 * @param sentence how it is counted today
 * @param versions how it was and is defined, the newest first
 * @param keeps whether the reader may change it
 * @param tried what it would say, if it was tried
 */
public record DefinitionView(
        @Nullable Definition now,
        String sentence,
        List<Version> versions,
        DefinitionForm form,
        boolean keeps,
        List<Kind> kinds,
        List<Term> audiences,
        List<Term> places,
        @Nullable Trial tried) {

    /** A version with its sentence. */
    public record Version(Definitions.Version version, String sentence) {}

    /**
     * What a definition would say.
     *
     * @param region the name of the division on whose facts it was tried; empty if the reader reaches none
     */
    public record Trial(
            String sentence, String region, @Nullable Figure figure) {}

    public DefinitionView {
        versions = List.copyOf(versions);
        kinds = List.copyOf(kinds);
        audiences = List.copyOf(audiences);
        places = List.copyOf(places);
    }

    /** Where the form is sent. */
    public String address() {
        return now == null ? "/desk/indicators/new" : "/desk/indicators/" + now.id() + "/definition";
    }
}
