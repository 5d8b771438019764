package org.kepu.certificate;

import java.time.Instant;
import java.time.ZoneOffset;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a certificate is, is not known any more when it is very old; that it was issued is. */
@Component
class OldCertificates implements Retained {

    private static final int AT_ONCE = 1000;

    private final JdbcClient database;

    OldCertificates(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String rule() {
        return "certificate.certificate";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return database.sql("""
                        update certificate.certificate set holder = null, holder_print = null
                        where id in (select id from certificate.certificate
                                     where holder is not null and issued_at < :limit limit :most)
                        """)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }
}
