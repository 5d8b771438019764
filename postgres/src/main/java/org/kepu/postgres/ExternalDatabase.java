package org.kepu.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database on a server that someone else runs. */
public final class ExternalDatabase {
    private static final Logger log = LoggerFactory.getLogger(ExternalDatabase.class);
    private static final int OLDEST = 18;

    private ExternalDatabase() {}

    /**
     * Signs in once and looks whether the server is one that we can work with.
     *
     * @param url a JDBC address; {@code postgresql://host:port/database} is taken too
     * @throws PostgresProblem if it is not
     */
    public static Database check(String url, String user, String password) {
        var address = url.strip().replaceFirst("^postgres(ql)?://", "jdbc:postgresql://");
        if (!address.startsWith("jdbc:postgresql:") || address.contains("@"))
            throw PostgresProblem.urlNotUnderstood(withoutSecrets(address));
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "10");
        login.setProperty("loginTimeout", "15");
        try (var connection = DriverManager.getConnection(address, login)) {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST)
                throw PostgresProblem.serverTooOld(withoutSecrets(address), server.getDatabaseProductVersion());
            var encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
            if (!"UTF8".equals(encoding)) throw PostgresProblem.notUtf8(withoutSecrets(address), encoding);
            return new Database(address, user, password);
        } catch (SQLException e) {
            log.debug("sign-in to {} failed", withoutSecrets(address), e);
            throw problem(e, withoutSecrets(address), user);
        }
    }

    private static PostgresProblem problem(SQLException e, String url, String user) {
        return switch (String.valueOf(e.getSQLState())) {
            case "28P01", "28000", "08004" -> PostgresProblem.loginRefused(url, user);
            case "3D000" -> PostgresProblem.databaseMissing(url);
            default -> PostgresProblem.notReachable(url, String.valueOf(e.getMessage()));
        };
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("//[^/@]*@", "//").replaceFirst("\\?.*", "");
    }
}
