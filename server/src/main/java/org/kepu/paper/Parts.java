package org.kepu.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kepu.shared.QrCode;

/** Parts of a paper as they are being said, one after the other. */
public record Parts(List<Part> said) {

    public Parts {
        said = List.copyOf(said);
    }

    static List<Part> said(UnaryOperator<Parts> text) {
        return text.apply(new Parts(List.of())).said();
    }

    /** A paragraph. */
    public Parts text(String words) {
        return and(new Part.Text(words));
    }

    /** A heading with what stands below it. */
    public Parts section(String heading, UnaryOperator<Parts> text) {
        return and(new Part.Section(heading, said(text)));
    }

    public Parts table(Table table) {
        return and(new Part.Rows(table));
    }

    /** A chart, with the table of its numbers below it. */
    public Parts chart(Chart chart) {
        return and(new Part.Drawing(chart));
    }

    /** A picture that a telephone reads; the words of it stand beside it, for those who have none. */
    public Parts code(QrCode picture) {
        return and(new Part.Code(picture));
    }

    /** Each as its own part, for a list that was read from somewhere. */
    public <T> Parts each(Iterable<T> things, java.util.function.BiFunction<Parts, T, Parts> say) {
        var parts = this;
        for (var thing : things) {
            parts = say.apply(parts, thing);
        }
        return parts;
    }

    private Parts and(Part part) {
        var all = new ArrayList<>(said);
        all.add(part);
        return new Parts(all);
    }
}
