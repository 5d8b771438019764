package org.kepu.activity.training;

import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Rows;
import org.kepu.indicator.FactOrigin;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The classes from which facts come. */
@Service
class TrainingOrigin implements FactOrigin {

    private final JdbcClient database;

    TrainingOrigin(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return FactsOfClass.SOURCE;
    }

    @Override
    public String messageKey() {
        return "training.source";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        var activity = new ActivityId(UUID.fromString(id.substring(0, id.indexOf('/'))));
        return database.sql("select exists (select from activity.activity a where id = :id and " + Rows.IN_REACH + ")")
                        .param("id", activity.value())
                        .params(scope.parameters())
                        .query(Boolean.class)
                        .single()
                ? Optional.of("/desk/trainings/" + activity)
                : Optional.empty();
    }
}
