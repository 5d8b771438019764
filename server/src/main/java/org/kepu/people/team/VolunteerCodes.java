package org.kepu.people.team;

import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.kepu.guard.Limits;
import org.kepu.guard.SpokenCode;
import org.kepu.people.Persons;
import org.kepu.people.ServiceLetters;
import org.kepu.shared.PhoneNumber;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The codes by which volunteers open their own page (服务码). A code is said once and kept as a keyed hash; the team never
 * sees it, so what is confirmed with it is the volunteer's own word.
 */
@Service
public class VolunteerCodes {

    private static final String FIELD = "people.volunteer.code_print";

    private final JdbcClient database;
    private final Persons persons;
    private final ServiceLetters letters;
    private final Vault vault;
    private final Limits limits;
    private final RandomGenerator chance;
    private final TransactionTemplate transaction;

    VolunteerCodes(
            JdbcClient database,
            Persons persons,
            ServiceLetters letters,
            Vault vault,
            Limits limits,
            RandomGenerator chance,
            TransactionTemplate transaction) {
        this.database = database;
        this.persons = persons;
        this.letters = letters;
        this.vault = vault;
        this.limits = limits;
        this.chance = chance;
        this.transaction = transaction;
    }

    /** A code, and what is kept of it. */
    record Fresh(String code, String print) {}

    Fresh fresh() {
        var code = SpokenCode.random(chance);
        return new Fresh(code, print(code));
    }

    /**
     * Whose code it is; nobody's if it is wrong, or if too many wrong ones came from there.
     *
     * @param address from which it was asked
     */
    public Optional<UUID> holder(String code, String address) {
        var place = Limits.place(address);
        if (limits.isShut(VolunteerLimit.WRONG_CODES_OF_VOLUNTEERS, place)) {
            return Optional.empty();
        }
        var found = database.sql("select person from people.volunteer where code_print = :print")
                .param("print", print(SpokenCode.bare(code)))
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            limits.count(VolunteerLimit.WRONG_CODES_OF_VOLUNTEERS, place);
        }
        return found;
    }

    /** Sends a new code to whoever volunteers with this number; the one before opens nothing any more. Who asks learns nothing. */
    public void renew(PhoneNumber phone) {
        if (!limits.admits(VolunteerLimit.NEW_CODES_FOR_ONE_NUMBER, phone.digits())) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            for (var person : persons.ofPhone(phone)) {
                renew(person);
            }
        });
    }

    private void renew(UUID person) {
        var fresh = fresh();
        int changed = database.sql("update people.volunteer set code_print = :print where person = :person")
                .param("print", fresh.print())
                .param("person", person)
                .update();
        if (changed == 1) {
            send(person, fresh);
        }
    }

    /** Says whether there is a telephone that takes it. */
    boolean send(UUID person, Fresh fresh) {
        return letters.sendSecret(person, "people.letter.code", SpokenCode.spelled(fresh.code()));
    }

    /** Counts one more who asks a team with this number; whether it is within the limit. */
    boolean admits(PhoneNumber phone) {
        return limits.admits(VolunteerLimit.ASKING_WITH_ONE_NUMBER, phone.digits());
    }

    private String print(String code) {
        return vault.fingerprint(FIELD, code);
    }
}
