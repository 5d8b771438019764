package org.kepu.order;

import java.util.Optional;
import java.util.UUID;
import org.kepu.indicator.FactOrigin;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The orders from which facts come. */
@Service
class OrderOrigin implements FactOrigin {

    private final JdbcClient database;

    OrderOrigin(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return OrderFacts.SOURCE;
    }

    @Override
    public String messageKey() {
        return "order.source";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        var order = UUID.fromString(id.substring(0, id.indexOf('/')));
        return database.sql("select exists (select from orders.service_order o where id = :id and "
                                + OrderRows.OF_COMMUNITY + ")")
                        .param("id", order)
                        .params(scope.parameters())
                        .query(Boolean.class)
                        .single()
                ? Optional.of("/desk/orders/" + order)
                : Optional.empty();
    }
}
