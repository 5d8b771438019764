package org.kepu;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the pool, to whoever has waited longest. The pool by itself gives them to whoever happens to be awake: when many
 * press at once, a few would be answered again and again while others wait for a second. Whoever has one and needs a second does not
 * stand in the queue behind those who have none: a part of the pool is left for them (0132).
 */
final class QueuedConnections extends DelegatingDataSource {

    /** One in so many connections is for those who have one already. */
    private static final int SECOND = 5;

    private final Semaphore turns;
    private final Set<Thread> served = ConcurrentHashMap.newKeySet();
    private final long patience;

    QueuedConnections(HikariDataSource pool, int connections) {
        super(pool);
        this.turns = new Semaphore(connections - connections / SECOND, true);
        this.patience = pool.getConnectionTimeout();
    }

    @Configuration(proxyBeanMethods = false)
    static class OfThePool {

        @Bean
        static BeanPostProcessor queue(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new QueuedConnections(pool, connections) : bean;
                }
            };
        }
    }

    /** @throws SQLTransientConnectionException if no turn comes within the patience of the pool, or then no connection within another */
    @Override
    public Connection getConnection() throws SQLException {
        var thread = Thread.currentThread();
        if (!served.add(thread)) {
            return super.getConnection();
        }
        var turn = new Turn(thread);
        try {
            waitForTurn(turn);
            return givesWay(super.getConnection(), turn);
        } catch (SQLException | RuntimeException | Error e) {
            turn.end();
            throw e;
        }
    }

    private void waitForTurn(Turn turn) throws SQLException {
        try {
            turn.came = turns.tryAcquire(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", stopping);
        }
        if (!turn.came) {
            throw new SQLTransientConnectionException("no connection within " + patience + " ms");
        }
    }

    /** A thread's turn; it ends once, however often it is ended. */
    private final class Turn {

        private final Thread thread;
        private boolean came;
        private boolean ended;

        Turn(Thread thread) {
            this.thread = thread;
        }

        synchronized void end() {
            if (ended) {
                return;
            }
            ended = true;
            served.remove(thread);
            if (came) {
                turns.release();
            }
        }
    }

    /** Once it is closed, the next in the queue has its turn. */
    private Connection givesWay(Connection connection, Turn turn) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("close")) {
                            turn.end();
                        }
                    }
                });
    }
}
