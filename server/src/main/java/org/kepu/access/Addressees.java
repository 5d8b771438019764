package org.kepu.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.notice.Message.Channel;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** To whom a message about a body's work is sent: the open accounts that may exercise a right for it at this moment. */
@Service
public class Addressees {

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Addressees(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param to in clear */
    public record Addressee(UUID account, Channel channel, String to) {
        @Override
        public String toString() {
            return "Addressee[" + account + " " + channel + "]";
        }
    }

    private record Row(
            UUID body,
            UUID account,
            @Nullable String mail,
            @Nullable String phone) {}

    /** By body; by mail where there is an address, else by telephone. A body that nobody can be reached for is not there. */
    public Map<BodyId, List<Addressee>> of(Right right, Collection<BodyId> bodies) {
        return database
                .sql("""
                        select distinct role_grant.body, account.id as account, account.mail, account.phone
                        from access.role_grant join access.account on account.id = holder
                        where role_grant.body = any (:bodies) and role = any (:roles)
                          and starts_at <= :now and (ends_at is null or ends_at > :now) and revoked_at is null
                          and closed_at is null and (account.mail is not null or account.phone is not null)
                        order by account.id
                        """)
                .param("bodies", bodies.stream().map(BodyId::value).distinct().toArray(UUID[]::new))
                .param(
                        "roles",
                        Arrays.stream(Role.values())
                                .filter(role -> role.rights().contains(right))
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Row.class)
                .list()
                .stream()
                .collect(groupingBy(row -> new BodyId(row.body()), mapping(this::addressee, toList())));
    }

    private Addressee addressee(Row row) {
        var mail = row.mail();
        return mail != null
                ? new Addressee(row.account(), Channel.MAIL, vault.open(Accounts.MAIL, mail))
                : new Addressee(
                        row.account(),
                        Channel.SMS,
                        vault.open(Contact.PHONE_FIELD, java.util.Objects.requireNonNull(row.phone())));
    }
}
