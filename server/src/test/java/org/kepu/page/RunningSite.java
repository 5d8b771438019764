package org.kepu.page;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.kepu.access.FirstAdministrator;
import org.kepu.postgres.Database;
import org.kepu.postgres.ThrowawayPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.function.SingletonSupplier;

/** The whole program on a port of its own, on a real PostgreSQL that ends with the tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningSite {

    private static final Supplier<Database> DATABASE = SingletonSupplier.of(
            () -> ThrowawayPostgres.start(Path.of("target/postgres")).database());

    @LocalServerPort
    private int port;

    @Autowired
    private FirstAdministrator administrator;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> DATABASE.get().jdbcUrl());
        settings.add("spring.datasource.username", () -> DATABASE.get().user());
        settings.add("spring.datasource.password", () -> DATABASE.get().password());
    }

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Somebody without a session. */
    protected Visitor visitor() {
        return new Visitor(address());
    }

    /** The administrator, signed in. */
    protected Visitor clerk() {
        var clerk = visitor();
        clerk.get("/sign-in");
        var credentials = administratorsCredentials();
        clerk.post("/sign-in", "name", credentials.name(), "password", credentials.password());
        return clerk;
    }

    protected FirstAdministrator.Credentials administratorsCredentials() {
        return administrator.reset();
    }
}
