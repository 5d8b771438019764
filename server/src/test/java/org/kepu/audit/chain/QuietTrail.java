package org.kepu.audit.chain;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A test on a trail of its own, which is empty at the beginning. */
@OnQuietTrail
public abstract class QuietTrail {

    protected static final Actor CLERK =
            new Actor(new UUID(1, 2), Actor.Kind.STAFF, "clerk", new UUID(3, 4), "10.0.0.1");

    @Autowired
    protected GivenTrail given;

    @Autowired
    protected Trail trail;

    @Autowired
    protected Sealing sealing;

    @Autowired
    protected Verifying verifying;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected JdbcClient database;

    @BeforeEach
    void anEmptyTrail() {
        given.clear();
    }
}
