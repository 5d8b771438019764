package org.kepu.plan.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.privacy.KnownByPrint;
import org.kepu.privacy.Retained;
import org.kepu.privacy.Subject;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sent an opinion, if they said so. The opinion stays with its answer; the name and the contact go. */
@Component
class OpinionsOfPersons extends KnownByPrint implements Retained {

    private static final String PURPOSE = "consultation";

    private final Vault vault;

    OpinionsOfPersons(JdbcClient database, Vault vault) {
        super(
                database,
                "plan.opinion",
                "life.opinions.of-persons",
                "contact_print",
                "name = null, contact = null, contact_print = null");
        this.vault = vault;
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

    @Override
    protected Stream<String> print(String value) {
        return Stream.of(vault.fingerprint(PublicOpinions.CONTACT, value));
    }
}
