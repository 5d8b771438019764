package org.kepu.paper;

import java.util.List;
import org.kepu.shared.QrCode;

/** What stands in the text of a paper. */
public sealed interface Part {

    /** A paragraph; a line break in it begins another. */
    record Text(String words) implements Part {}

    /** A heading with what stands below it, sections within sections to the fourth level: 一、 （一） 1. （1）. */
    record Section(String heading, List<Part> parts) implements Part {
        public Section {
            parts = List.copyOf(parts);
        }
    }

    record Rows(Table table) implements Part {}

    record Drawing(Chart chart) implements Part {}

    /** A picture that a telephone reads. */
    record Code(QrCode picture) implements Part {}
}
