package org.kepu.indicator.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Selection;

/**
 * Which facts are meant, as ticked.
 *
 * @param rural {@code true}, {@code false}, or empty for both
 */
public record FactsForm(List<String> kinds, List<String> audiences, List<String> places, String rural) {

    static final FactsForm NOTHING = new FactsForm(List.of(), List.of(), List.of(), "");

    @SuppressWarnings("NullAway") // an absent field comes as null
    public FactsForm {
        kinds = chosen(kinds);
        audiences = chosen(audiences);
        places = chosen(places);
        rural = rural == null ? "" : rural;
    }

    private static List<String> chosen(@Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream().filter(code -> !code.isBlank()).distinct().toList();
    }

    static FactsForm of(Selection selection) {
        var rural = selection.rural();
        return new FactsForm(
                selection.kinds(), selection.audiences(), selection.places(), rural == null ? "" : rural.toString());
    }

    /** The selection; at least one kind must be ticked. */
    Selection selection() {
        return new Selection(kinds, audiences, places, rural.isEmpty() ? null : Boolean.valueOf(rural));
    }
}
