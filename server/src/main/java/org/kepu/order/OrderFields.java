package org.kepu.order;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.privacy.FullValues;
import org.kepu.shared.Desk;
import org.kepu.shared.Masked;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked, where, and what access needs: read one by one and for a purpose, by those in whose hands the order is. */
@Configuration(proxyBeanMethods = false)
class OrderFields {

    @Bean
    FullValues orderName(JdbcClient database, OrderContacts contacts) {
        return new Field(OrderContacts.NAME, database, contacts);
    }

    @Bean
    FullValues orderPhone(JdbcClient database, OrderContacts contacts) {
        return new Field(OrderContacts.PHONE, database, contacts);
    }

    @Bean
    FullValues orderPlace(JdbcClient database, OrderContacts contacts) {
        return new Field(OrderContacts.PLACE, database, contacts);
    }

    @Bean
    FullValues orderNeeds(JdbcClient database, OrderContacts contacts) {
        return new Field(OrderContacts.NEEDS, database, contacts);
    }

    /** A team reads only of orders that it has, from taking them until the service is confirmed. */
    private record Field(String field, JdbcClient database, OrderContacts contacts) implements FullValues {

        private static final String HELD = """
                (%s or o.department = any(:scopeBodies)
                 or o.state in ('TAKEN', 'SCHEDULED', 'SERVED')
                    and o.supplier in (select id from orders.supplier where body = any(:scopeBodies)))
                """.formatted(OrderRows.OF_COMMUNITY);

        @Override
        public Right right() {
            return Right.READ_ORDERS;
        }

        /** By division only those who dispatch or claim there; by body those who claim or take for it. Who just reads orders reads no one's contacts. */
        @Override
        public Scope within(Desk desk) {
            var claims = desk.scope(Right.CLAIM_ORDERS);
            return desk.scope(Right.READ_ORDERS)
                    .only(
                            both(desk.scope(Right.DISPATCH_ORDERS).regions(), claims.regions()),
                            both(claims.bodies(), desk.scope(Right.TAKE_ORDERS).bodies()));
        }

        private static <T> Set<T> both(Set<T> some, Set<T> others) {
            return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
        }

        @Override
        public Optional<FullValue> find(Scope scope, UUID record) {
            scope.demands(Right.READ_ORDERS);
            var column = field.substring(field.lastIndexOf('.') + 1);
            return database.sql("""
                            select %1$s as sealed, region from orders.service_order o
                            where id = :id and %1$s is not null and state not in ('CLOSED', 'REFUSED', 'CANCELLED') and %2$s
                            """.formatted(column, HELD))
                    .param("id", record)
                    .params(scope.parameters())
                    .query((row, number) -> {
                        var value = contacts.open(field, row.getString("sealed"));
                        return new FullValue(
                                value, masked(value), new RegionCode(row.getString("region")), null, false);
                    })
                    .optional();
        }

        private String masked(String value) {
            return switch (field) {
                case OrderContacts.NAME -> Masked.name(value);
                case OrderContacts.PHONE -> Masked.phone(value);
                default -> "****";
            };
        }
    }
}
