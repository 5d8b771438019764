package org.kepu.certificate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.privacy.KnownByPrint;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who hold certificates are known by their telephone number. A certificate stays when the person goes. */
@Component
class HoldersAsPersons extends KnownByPrint {

    private static final String PURPOSE = "certificates";

    private final SealedHolders holders;

    HoldersAsPersons(JdbcClient database, SealedHolders holders) {
        super(
                database,
                "certificate.certificate",
                "certificate.holders",
                "holder_print",
                "holder = null, holder_print = null");
        this.holders = holders;
    }

    @Override
    public Set<String> columns() {
        return Set.of(SealedHolders.HOLDER, SealedHolders.PRINT);
    }

    @Override
    public List<Held> find(Subject subject) {
        return database
                .sql("select holder from certificate.certificate where holder_print = any(:prints) order by serial")
                .param("prints", prints(subject))
                .query(String.class)
                .list()
                .stream()
                .map(holder -> new Held(PURPOSE, SealedHolders.HOLDER, holders.open(holder)))
                .toList();
    }

    @Override
    protected Stream<String> print(String value) {
        return Stream.of(holders.print(value));
    }
}
