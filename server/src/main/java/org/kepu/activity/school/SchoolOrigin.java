package org.kepu.activity.school;

import java.util.Optional;
import org.kepu.indicator.FactOrigin;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** The schools from which facts come. */
@Service
class SchoolOrigin implements FactOrigin {

    /** The name of the source. */
    static final String SOURCE = "school";

    private final Schools schools;

    SchoolOrigin(Schools schools) {
        this.schools = schools;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String messageKey() {
        return "school.source";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        var code = id.substring(0, id.indexOf('/'));
        return schools.find(scope, Right.READ_FIGURES, code).map(School::path);
    }
}
