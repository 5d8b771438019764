package org.kepu.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {
    private static ThrowawayPostgres server;

    @BeforeAll
    static void start() {
        server = ThrowawayPostgres.start(Path.of("target/postgres-test"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_database_that_we_can_work_with_is_taken_as_it_is() {
        var database = server.database();
        assertThat(check(database.jdbcUrl())).isEqualTo(database);
    }

    @Test
    void an_address_without_jdbc_is_taken_too() {
        var database = server.database();
        assertThat(check(database.jdbcUrl().substring("jdbc:".length()))).isEqualTo(database);
    }

    @Test
    void each_reason_has_its_sentence() {
        var ours = server.database();
        assertThatThrownBy(() -> ExternalDatabase.check(ours.jdbcUrl(), ours.user(), "wrong"))
                .hasMessageStartingWith("数据库拒绝登录：" + ours.jdbcUrl() + "，用户“kepu”");
        assertThatThrownBy(() -> check(ours.jdbcUrl() + "s")).hasMessageStartingWith("数据库不存在：");
        assertThatThrownBy(() -> check("jdbc:postgresql://127.0.0.1:1/kepu")).hasMessageStartingWith("无法连接数据库：");
        assertThatThrownBy(() -> check("mysql://127.0.0.1/kepu")).hasMessageStartingWith("KEPU_DB_URL 无法识别：mysql:");
    }

    @Test
    void a_password_in_the_address_is_not_repeated() {
        assertThatThrownBy(() -> check("postgresql://kepu:secret@127.0.0.1/kepu"))
                .hasMessageStartingWith("KEPU_DB_URL 无法识别：jdbc:postgresql://127.0.0.1/kepu");
        assertThatThrownBy(() -> check("jdbc:postgresql://127.0.0.1:1/kepu?password=secret"))
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_old_server_is_refused_with_its_version() throws Exception {
        try (var old = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var speaking = Thread.ofVirtual().start(() -> greetAs("17.6", old));
            assertThatThrownBy(
                            () -> check("jdbc:postgresql://127.0.0.1:%d/kepu?sslmode=disable&assumeMinServerVersion=18"
                                    .formatted(old.getLocalPort())))
                    .hasMessageStartingWith("PostgreSQL 版本过低：")
                    .hasMessageContaining("17.6，需要 18 或更高版本");
            speaking.join();
        }
    }

    private static Database check(String url) {
        return ExternalDatabase.check(
                url, server.database().user(), server.database().password());
    }

    /** As much of the protocol as the sign-in takes: all is well, my version is this, go on. */
    private static void greetAs(String version, ServerSocket socket) {
        try (var client = socket.accept()) {
            var in = new DataInputStream(client.getInputStream());
            in.skipNBytes(in.readInt() - 4L);
            var out = new DataOutputStream(client.getOutputStream());
            say(out, 'R', new byte[4]);
            for (var setting : new String[] {
                "server_version\0" + version,
                "client_encoding\0UTF8",
                "standard_conforming_strings\0on",
                "server_encoding\0UTF8",
                "DateStyle\0ISO, MDY",
                "integer_datetimes\0on"
            }) say(out, 'S', (setting + "\0").getBytes(StandardCharsets.US_ASCII));
            say(out, 'Z', new byte[] {'I'});
            out.flush();
            in.transferTo(DataOutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(DataOutputStream out, char kind, byte[] body) throws IOException {
        out.writeByte(kind);
        out.writeInt(body.length + 4);
        out.write(body);
    }
}
