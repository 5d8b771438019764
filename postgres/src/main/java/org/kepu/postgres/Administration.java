package org.kepu.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What only the superuser may do on our own server: making the roles and the databases.
 *
 * @param password that of the superuser and of the owner
 * @param applicationPassword that of the application's role
 */
record Administration(int port, String password, String applicationPassword) {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "kepu";
    static final String APPLICATION = "kepu_app";

    /** The database that the program works in. */
    Logins home() {
        return logins(OWNER);
    }

    Logins logins(String name) {
        return new Logins(database(name, OWNER, password), database(name, APPLICATION, applicationPassword));
    }

    Database superuser(String name) {
        return database(name, SUPERUSER, password);
    }

    private Database database(String name, String user, String secret) {
        return new Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), user, secret);
    }

    /** Makes the roles and the database if they are not there: also after a start that was broken off between them. */
    void prepare() throws SQLException {
        try (var connection = connect()) {
            if (isEmpty(connection, "select from pg_roles where rolname = ?", OWNER))
                execute(connection, "create role %I login password %L", OWNER, password);
            if (isEmpty(connection, "select from pg_roles where rolname = ?", APPLICATION))
                execute(connection, "create role %I login", APPLICATION);
            execute(connection, "alter role %I password %L", APPLICATION, applicationPassword);
            if (isEmpty(connection, "select from pg_database where datname = ?", OWNER))
                execute(connection, "create database %I owner %I", OWNER, OWNER);
        }
    }

    void create(String name) throws SQLException {
        try (var connection = connect()) {
            execute(connection, "create database %I owner %I", name, OWNER);
        }
    }

    void copy(String template, String name) throws SQLException {
        try (var connection = connect()) {
            execute(connection, "create database %I template %I owner %I strategy file_copy", name, template, OWNER);
        }
    }

    void drop(String name) throws SQLException {
        try (var connection = connect()) {
            execute(connection, "drop database if exists %I with (force)", name);
        }
    }

    String show(String setting) throws SQLException {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), login);
    }

    private static boolean isEmpty(Connection connection, String query, String argument) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            return !statement.executeQuery().next();
        }
    }

    /** The server itself quotes the names (%I) and the texts (%L). */
    private static void execute(Connection connection, String command, String... arguments) throws SQLException {
        try (var quoting = connection.prepareStatement("select format(?, variadic ?)");
                var statement = connection.createStatement()) {
            quoting.setString(1, command);
            quoting.setArray(2, connection.createArrayOf("text", arguments));
            var rows = quoting.executeQuery();
            rows.next();
            statement.execute(rows.getString(1));
        }
    }
}
