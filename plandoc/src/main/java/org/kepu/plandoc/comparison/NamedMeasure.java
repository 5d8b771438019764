package org.kepu.plandoc.comparison;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;

/** A measure with its programme and its name in a comparison, {@code ACTION/1/2}. */
record NamedMeasure(String name, Programme programme, Measure measure) {

    static List<NamedMeasure> of(ParsedPlan plan) {
        var measures = new ArrayList<NamedMeasure>();
        for (var programme : plan.programmes()) {
            for (var measure : programme.measures()) {
                var name = programme.kind() + "/" + programme.ordinal() + "/" + measure.ordinal();
                measures.add(new NamedMeasure(name, programme, measure));
            }
        }
        return measures;
    }
}
