package org.kepu.plan.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Retained;
import org.kepu.privacy.Subject;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sent an opinion, if they said so. The opinion stays with its answer; the name and the contact go. */
@Component
class OpinionsOfPersons implements PersonalData, Retained {

    private static final String PURPOSE = "consultation";

    private final JdbcClient database;
    private final Vault vault;

    OpinionsOfPersons(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public String source() {
        return "plan.opinion";
    }

    @Override
    public String messageKey() {
        return "life.opinions.of-persons";
    }

    @Override
    public Set<String> columns() {
        return Set.of("plan.opinion.name", "plan.opinion.contact", "plan.opinion.contact_print");
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        database.sql("select name, contact from plan.opinion where contact_print = any (:prints) order by sent_at")
                .param("prints", prints(subject))
                .query(row -> {
                    var name = row.getString("name");
                    held.add(new Held(
                            PURPOSE, "plan.opinion.name", name == null ? "" : vault.open(PublicOpinions.NAME, name)));
                    held.add(new Held(
                            PURPOSE,
                            "plan.opinion.contact",
                            vault.open(PublicOpinions.CONTACT, row.getString("contact"))));
                });
        return held;
    }

    @Override
    public Erased erase(Subject subject) {
        var emptied = database.sql("""
                update plan.opinion set name = null, contact = null, contact_print = null
                 where contact_print = any (:prints)
                """).param("prints", prints(subject)).update();
        return new Erased(0, emptied, 0);
    }

    @Override
    public int left(Subject subject) {
        return database.sql("select count(*) from plan.opinion where contact_print = any (:prints)")
                .param("prints", prints(subject))
                .query(Integer.class)
                .single();
    }

    @Override
    public String rule() {
        return "plan.opinion";
    }

    /** From the end of the consultation on nobody needs to be asked back. */
    @Override
    public int removeOlderThan(Instant limit) {
        return database.sql("""
                update plan.opinion set name = null, contact = null, contact_print = null
                  from plan.consultation
                 where consultation.id = consultation_id and closes_on < :day and num_nonnulls(name, contact) > 0
                """)
                .param("day", LocalDate.ofInstant(limit, ZoneId.of("Asia/Shanghai")))
                .update();
    }

    private String[] prints(Subject subject) {
        return subject.values().stream()
                .map(contact -> vault.fingerprint(PublicOpinions.CONTACT, contact))
                .toArray(String[]::new);
    }
}
