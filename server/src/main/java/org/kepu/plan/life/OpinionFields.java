package org.kepu.plan.life;

import java.util.Optional;
import java.util.UUID;
import org.kepu.privacy.FullValues;
import org.kepu.shared.Masked;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sent an opinion, to be asked back: each field is read for itself and for a purpose. */
@Configuration(proxyBeanMethods = false)
class OpinionFields {

    @Bean
    FullValues opinionName(JdbcClient database, Vault vault) {
        return field(database, vault, PublicOpinions.NAME);
    }

    @Bean
    FullValues opinionContact(JdbcClient database, Vault vault) {
        return field(database, vault, PublicOpinions.CONTACT);
    }

    /** Children are asked to let their guardians write. */
    private static FullValues field(JdbcClient database, Vault vault, String column) {
        var bare = column.substring(column.lastIndexOf('.') + 1);
        return new FullValues() {
            @Override
            public String field() {
                return column;
            }

            @Override
            public Optional<FullValue> find(Scope scope, UUID record) {
                scope.demands(Right.READ_PERSONAL);
                return database.sql("""
                        select opinion.%s as sealed, region_code from plan.opinion join plan.consultation on consultation.id = consultation_id
                         where opinion.id = :id and opinion.%s is not null
                           and region_code in (select region.reach(:scopeRegions, :scopeDay))
                        """.formatted(bare, bare))
                        .param("id", record)
                        .params(scope.parameters())
                        .query((row, i) -> {
                            var value = vault.open(column, row.getString("sealed"));
                            return new FullValue(
                                    value,
                                    column.equals(PublicOpinions.NAME) ? Masked.name(value) : Masked.contact(value),
                                    new RegionCode(row.getString("region_code")),
                                    null,
                                    false);
                        })
                        .optional();
            }
        };
    }
}
