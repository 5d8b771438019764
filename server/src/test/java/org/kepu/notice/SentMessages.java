package org.kepu.notice;

import java.util.List;
import java.util.regex.Pattern;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the outbox, as its receivers read it. */
public record SentMessages(JdbcClient database, Vault vault) {

    public void clear() {
        OnPostgres.Server.owner(database).sql("truncate notice.message cascade").update();
    }

    /** The texts to one receiver, the oldest first. */
    public List<String> to(String receiver) {
        return database
                .sql("select recipient, text from notice.message order by queued_at, id")
                .query((row, number) ->
                        List.of(vault.open(Outbox.TO, row.getString(1)), vault.open(Outbox.TEXT, row.getString(2))))
                .list()
                .stream()
                .filter(message -> message.getFirst().equals(receiver))
                .map(List::getLast)
                .toList();
    }

    /** The first match in the latest text to a receiver. */
    public String find(String receiver, String pattern) {
        var found = Pattern.compile(pattern).matcher(to(receiver).getLast());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in the message");
        }
        return found.group();
    }
}
