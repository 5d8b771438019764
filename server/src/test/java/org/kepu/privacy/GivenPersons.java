package org.kepu.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.kepu.access.GivenAccounts;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.access.session.Session.Proof;
import org.kepu.access.session.Sessions;
import org.kepu.body.GivenDelegates;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.plan.review.GivenPlans;
import org.kepu.privacy.request.Request;
import org.kepu.privacy.request.Requests;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People whose data lies about, for tests. */
@Component
public class GivenPersons {

    private final ApplicationContext context;
    private final TransactionTemplate transactions;

    GivenPersons(ApplicationContext context, TransactionTemplate transactions) {
        this.context = context;
        this.transactions = transactions;
    }

    /** Somebody with a name, a number and an address that nobody else has. */
    public record Person(Actor actor, String name, String phone, String mail, String child, YearMonth birth) {
        public UUID id() {
            return actor.account();
        }

        public Subject subject() {
            return new Subject(id(), List.of(new Contact(phone), new Contact(mail)));
        }
    }

    /** A tree, and nothing on it. */
    public void onCleanGround() {
        GivenPlans.onCleanGround(context);
    }

    /** A citizen with an account, and nothing else. */
    public Person person(int number) {
        var person = told(number);
        var vault = bean(Vault.class);
        bean(JdbcClient.class)
                .sql("""
                insert into access.account (id, kind, display_name, created_at, mail, mail_fingerprint, phone, phone_fingerprint)
                values (:id, 'CITIZEN', :name, now(), :mail, :mailPrint, :phone, :phonePrint)
                on conflict do nothing
                """)
                .param("id", person.id())
                .param("name", person.name())
                .param("mail", vault.seal("access.account.mail", person.mail()))
                .param("mailPrint", vault.fingerprint("access.account.mail", person.mail()))
                .param("phone", vault.seal("access.account.phone", person.phone()))
                .param("phonePrint", vault.fingerprint("access.account.phone", person.phone()))
                .update();
        return person;
    }

    private Person told(int number) {
        var name = "斯琴高娃" + number;
        return new Person(
                new Actor(new UUID(7, 7_000_000 + number), Actor.Kind.CITIZEN, name, null, "203.0.113.9"),
                name,
                "13%09d".formatted(800_000_000 + number),
                "siqin%d@example.cn".formatted(number),
                "小毕力格" + number,
                YearMonth.from(LocalDate.now(context.getBean(Clock.class))).minusYears(9));
    }

    /** The same after a while: consents, a child, messages, a request. */
    public Person busy(int number) {
        var person = person(number);
        bean(Consents.class).give(person.id(), "citizen-account", Consents.How.SCREEN, person.actor());
        bean(Dependants.class).enter(person.actor(), person.child(), person.birth());
        message(person, person.phone(), person.id());
        message(person, person.mail(), null);
        bean(Sessions.class).open(person.id(), Proof.MESSAGE, null, "203.0.113.9", "Mozilla/5.0");
        bean(Requests.class).ask(person.actor(), Request.Kind.SEE, person.phone(), "我是" + person.name());
        return person;
    }

    /** The person stands for a member of a leading group. */
    public void delegate(Person person, String phone) {
        bean(GivenDelegates.class)
                .liaison(GivenAccounts.TOP, "第" + person.id().toString().substring(30) + "局", person.name(), phone);
    }

    /** Something was sent to a number or address of the person, meant for an account or for none. */
    public void message(Person person, String to, UUID account) {
        transactions.executeWithoutResult(status -> bean(Outbox.class)
                .send(new Message(
                        to.contains("@") ? Message.Channel.MAIL : Message.Channel.SMS,
                        to,
                        "通知",
                        person.name() + "您好",
                        account,
                        false)));
    }

    public Scope officer(Right right) {
        return bean(GivenAccounts.class).scope(Role.PRIVACY_OFFICER, GivenAccounts.TOP, right);
    }

    public Given officer() {
        return bean(GivenAccounts.class).with(Role.PRIVACY_OFFICER, GivenAccounts.TOP);
    }

    public <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
