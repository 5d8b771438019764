/**
 * Starts, adopts and stops a PostgreSQL server of the program's own, from binaries on the class path.
 *
 * <p>A program that serves does this before its own start, and closes the server after all else is closed:
 *
 * <pre>{@code
 * var postgres = EmbeddedPostgres.start(home, Settings.forService());    // PostgresProblem: print its message, exit 1
 * var database = postgres.database();                                   // jdbcUrl, user, password
 * ...
 * postgres.close();                                                     // Spring: SpringApplication.getShutdownHandlers()
 * }</pre>
 *
 * <p>With a server that someone else runs, {@link org.kepu.postgres.ExternalDatabase#check} takes the place of the first
 * two lines. Tests use {@link org.kepu.postgres.ThrowawayPostgres}. The program signs in as an ordinary role that owns
 * its database, never as superuser, on both kinds of server; extensions that PostgreSQL calls trusted (btree_gist,
 * pg_trgm, ltree, …) are open to it.
 */
@NullMarked
package org.kepu.postgres;

import org.jspecify.annotations.NullMarked;
