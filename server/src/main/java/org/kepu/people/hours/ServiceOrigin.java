package org.kepu.people.hours;

import java.util.Optional;
import java.util.UUID;
import org.kepu.indicator.FactOrigin;
import org.kepu.people.InReach;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shifts from which facts come. */
@Component
class ServiceOrigin implements FactOrigin {

    private final JdbcClient database;

    ServiceOrigin(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return FactsOfService.SOURCE;
    }

    @Override
    public String messageKey() {
        return "people.source";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        return database.sql(
                        "select '/desk/shifts/' || s.id from people.shift s join people.team t on t.id = s.team where s.id = :id and "
                                + InReach.TEAM)
                .param("id", UUID.fromString(id.substring(0, id.indexOf('/'))))
                .params(scope.parameters())
                .query(String.class)
                .optional();
    }
}
