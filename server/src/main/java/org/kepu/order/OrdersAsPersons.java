package org.kepu.order;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.privacy.KnownByPrint;
import org.kepu.privacy.Subject;
import org.kepu.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who ask have no account: they are known by their telephone number. What was served stays, the person goes. */
@Component
class OrdersAsPersons extends KnownByPrint {

    /** What the register calls the purpose. */
    static final String PURPOSE = "orders";

    /** Words that somebody typed may name a person, so they go too; those of the life of an order with them, in the database. */
    static final String EMPTIED = """
            name = null, phone = null, phone_print = null, wish_print = null, place = null, needs = null,
            words = '', wished_hours = '', comment = null
            """;

    private static final String PRINT = "orders.service_order.phone_print";
    private static final String WISH_PRINT = "orders.service_order.wish_print";

    /** What was typed, by those who asked and of them. */
    private static final List<String> WORDS = List.of(
            "orders.service_order.words",
            "orders.service_order.wished_hours",
            "orders.service_order.comment",
            "orders.event.words");

    private final OrderContacts contacts;

    OrdersAsPersons(JdbcClient database, OrderContacts contacts) {
        super(database, "orders.service_order", "order.persons", "phone_print", EMPTIED);
        this.contacts = contacts;
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(
                        Stream.of(
                                OrderContacts.NAME,
                                OrderContacts.PHONE,
                                PRINT,
                                WISH_PRINT,
                                OrderContacts.PLACE,
                                OrderContacts.NEEDS),
                        WORDS.stream())
                .collect(toSet());
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        database.sql("""
                        select name, phone, place, needs from orders.service_order where phone_print = any(:prints) order by asked_at
                        """).param("prints", prints(subject)).query(row -> {
            for (var field :
                    List.of(OrderContacts.NAME, OrderContacts.PHONE, OrderContacts.PLACE, OrderContacts.NEEDS)) {
                var sealed = row.getString(field.substring(field.lastIndexOf('.') + 1));
                if (sealed != null) {
                    held.add(new Held(PURPOSE, field, contacts.open(field, sealed)));
                }
            }
        });
        database.sql("""
                        select field, typed.words from orders.service_order o, lateral (
                            values (1, 'orders.service_order.words', o.words), (2, 'orders.service_order.wished_hours', wished_hours),
                                   (3, 'orders.service_order.comment', comment)
                            union all
                            select 3 + number, 'orders.event.words', event.words from orders.event where service_order = o.id
                        ) typed (position, field, words)
                        where phone_print = any(:prints) and typed.words <> '' order by asked_at, position
                        """).param("prints", prints(subject)).query(row -> {
            held.add(new Held(PURPOSE, row.getString("field"), row.getString("words")));
        });
        return held;
    }

    @Override
    protected Stream<String> print(String value) {
        return PhoneNumber.read(value).stream().map(contacts::print);
    }
}
