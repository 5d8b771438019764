package org.kepu.ledger.supervision.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.ledger.round.GivenTelling;
import org.kepu.notice.SentMessages;
import org.kepu.page.RunningSite;
import org.kepu.page.SiteAddress;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** A body is told of a supervision note, once and never at night. Issued on Thursday, 1 October 2026. */
class TellingOfNotesTest extends RunningSite {

    private static final String MAIL = "clerk@example.org";
    private static final String MOBILE = "13800135678";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Vault vault;

    private GivenNotes given;
    private SentMessages sent;
    private TellingOfNotes telling;

    @BeforeEach
    void plant() {
        given = new GivenNotes(context);
        var database = given.tasks.plans().database();
        sent = new SentMessages(database, vault);
        sent.clear();
        telling = new TellingOfNotes(
                GivenTelling.by(context, given.watch),
                context.getBean(SiteAddress.class),
                context.getBean(MessageSource.class),
                database,
                given.watch);
        var clerk = context.getBean(GivenAccounts.class)
                .with(Role.DEPARTMENT_CLERK, GivenNotes.BANNER)
                .account();
        database.sql("update access.role_grant set region = null, body = :body where holder = :holder")
                .param("body", given.tasks.body(GivenNotes.LEAD).value())
                .param("holder", clerk)
                .update();
        database.sql("update access.account set mail = :mail, mail_fingerprint = :print where id = :id")
                .param("mail", vault.seal("access.account.mail", MAIL))
                .param("print", vault.fingerprint("access.account.mail", MAIL))
                .param("id", clerk)
                .update();
    }

    @Test
    void a_body_is_told_once_what_was_issued_until_when_and_where() {
        var id = given.issued();
        look();
        look();
        assertThat(sent.to(MAIL)).hasSize(1);
        assertThat(sent.to(MAIL).getFirst())
                .contains(
                        "苏尼特右旗全民科学素质工作领导小组办公室发来督办单督〔2026〕1号（办好讲座），请签收，并在2026年10月20日前答复。",
                        "/desk/supervision/notes/" + id);
        given.issued(NoteForm.about(given.task(), "请答复第二项。"));
        given.issued(NoteForm.about(given.task(), "请答复第三项。"));
        look();
        assertThat(sent.to(MAIL)).as("two notes, one message").hasSize(2);
        assertThat(sent.to(MAIL).getLast()).contains("2号", "3号").doesNotContain("1号");
    }

    @Test
    void without_an_account_the_liaison_hears_and_the_neighbour_does_not() {
        given.tasks.plans().database().sql("delete from access.role_grant").update();
        liaison(GivenNotes.LEAD, "138 0013 5678");
        liaison("旗教育局", "13900135678");
        given.issued();
        look();
        assertThat(sent.to(MOBILE)).hasSize(1);
        assertThat(sent.to("13900135678")).isEmpty();
        assertThat(sent.to(MAIL)).isEmpty();
    }

    @Test
    void nobody_is_told_at_night_nor_of_what_was_received_meanwhile() {
        var received = given.issued();
        given.issued(NoteForm.about(given.task(), "请答复第二项。"));
        at("2026-10-01T13:00:00Z");
        at("2026-10-01T23:59:59Z");
        assertThat(sent.to(MAIL)).isEmpty();
        given.receive(received);
        at("2026-10-02T00:00:00Z");
        assertThat(sent.to(MAIL)).hasSize(1);
        assertThat(sent.to(MAIL).getFirst()).contains("2号").doesNotContain("1号");
    }

    @Test
    void nodes_that_look_at_the_same_moment_send_one_message() {
        given.issued();
        together(6, one -> given.within(telling::run));
        assertThat(sent.to(MAIL)).hasSize(1);
    }

    private void look() {
        given.within(telling::run);
    }

    private void at(String moment) {
        given.watch.forward(Duration.between(given.watch.instant(), Instant.parse(moment)));
        look();
    }

    private void liaison(String body, String phone) {
        given.tasks
                .plans()
                .database()
                .sql("""
                        with member as (
                            insert into body.membership (region, body, during) values ('152524', :body, '[2026-01-01,)'))
                        insert into body.delegate (region, body, part, name, phone, phone_print, during)
                        values ('152524', :body, 'LIAISON', '王敏', :phone, 'x', '[2026-01-01,)')
                        """)
                .param("body", given.tasks.body(body).value())
                .param("phone", vault.seal("body.delegate.phone", phone))
                .update();
    }
}
