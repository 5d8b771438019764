/**
 * Starts, adopts and stops a PostgreSQL server of the program's own, from binaries on the class path.
 *
 * <p>A program that serves does this before its own start, and closes the server after all else is closed:
 *
 * <pre>{@code
 * var postgres = EmbeddedPostgres.start(home, Settings.forService());    // PostgresProblem: print its message, exit 1
 * var logins = postgres.logins();                                       // owner and application: jdbcUrl, user, password
 * ...
 * postgres.close();                                                     // Spring: SpringApplication.getShutdownHandlers()
 * }</pre>
 *
 * <p>With a server that someone else runs, {@link org.kepu.postgres.ExternalDatabase#check} takes the place of the first
 * two lines. Tests use {@link org.kepu.postgres.ThrowawayPostgres}. Nobody works as superuser: an ordinary role owns the database
 * and may add the extensions that PostgreSQL calls trusted (btree_gist, pg_trgm, ltree, …); the program signs in as
 * another, which owns nothing.
 */
@NullMarked
package org.kepu.postgres;

import org.jspecify.annotations.NullMarked;
