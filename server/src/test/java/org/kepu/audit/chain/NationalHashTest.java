package org.kepu.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A chain whose links are made with SM3, from some day on. */
@OnPostgres
@TestPropertySource(properties = {"kepu.audit.hash=sm3", "kepu.audit.seal-every=1d"})
class NationalHashTest {

    @Autowired
    private GivenTrail given;

    @Autowired
    private Verifying verifying;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void anEmptyTrail() {
        given.clear();
    }

    @Test
    void the_hash_is_that_of_the_standard() {
        assertThat(HexFormat.of()
                        .formatHex(HashAlgorithm.SM3.digest().digest("abc".getBytes(StandardCharsets.US_ASCII))))
                .as("GB/T 32905, example 1")
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void a_chain_that_changes_its_hash_on_the_way_is_whole_and_an_edit_is_found_in_both_parts() {
        given.sealedActs(3);
        given.superuser().sql("truncate audit.link").update();
        var earlier =
                new Sealing(database, transaction, new AuditSettings(HashAlgorithm.SHA_256, "target/homes/unused", ""));
        earlier.all();
        earlier.destroy();
        given.sealedActs(4);

        assertThat(database.sql("select algorithm from audit.link order by position")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("SHA-256", "SHA-256", "SHA-256", "SM3", "SM3", "SM3", "SM3"));
        assertThat(verifying.verify().findings()).isEmpty();

        given.superuser()
                .sql("update audit.entry set label = '' where number in (2, 6)")
                .update();
        assertThat(verifying.verify().findings())
                .containsExactly(Finding.at(Finding.Kind.ROW_EDITED, 2), Finding.at(Finding.Kind.ROW_EDITED, 6));
    }
}
