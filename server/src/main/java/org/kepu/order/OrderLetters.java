package org.kepu.order;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.order.supply.Subjects;
import org.kepu.shared.PhoneNumber;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whoever asked is told by short message, within the transaction of what it tells of. Telephones without are rung up. */
@Component
class OrderLetters {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE).withZone(ZoneId.of("Asia/Shanghai"));

    /** The sentences, filled with the subject, the code and the time. */
    private static final Map<OrderAct, String> TOLD = Map.of(
            OrderAct.REQUEST, "order.sms.requested",
            OrderAct.REFUSE, "order.sms.refused",
            OrderAct.SCHEDULE, "order.sms.scheduled",
            OrderAct.RESCHEDULE, "order.sms.scheduled",
            OrderAct.SERVE, "order.sms.served",
            OrderAct.AMEND, "order.sms.amended",
            OrderAct.TAKE_BACK, "order.sms.amended");

    private final JdbcClient database;
    private final OrderContacts contacts;
    private final Outbox outbox;
    private final MessageSource words;
    private final Subjects subjects;

    OrderLetters(JdbcClient database, OrderContacts contacts, Outbox outbox, MessageSource words, Subjects subjects) {
        this.database = database;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.subjects = subjects;
    }

    void send(OrderAct act, ServiceOrder order) {
        var key = TOLD.get(act);
        if (key != null) {
            send(key, order);
        }
    }

    /** The time that was told does not hold any more. */
    void sendOff(ServiceOrder before) {
        send("order.sms.off", before);
    }

    private void send(String key, ServiceOrder order) {
        var starts = order.starts();
        var text = words.getMessage(
                key,
                new Object[] {
                    subjects.name(order.subject()), order.spelled(), starts == null ? "" : MOMENT.format(starts)
                },
                Locale.SIMPLIFIED_CHINESE);
        database.sql("select phone from orders.service_order where id = :id and phone is not null")
                .param("id", order.id().value())
                .query(String.class)
                .optional()
                .flatMap(contacts::phone)
                .filter(PhoneNumber::isMobile)
                .ifPresent(
                        phone -> outbox.send(new Message(Message.Channel.SMS, phone.digits(), "", text, null, false)));
    }
}
