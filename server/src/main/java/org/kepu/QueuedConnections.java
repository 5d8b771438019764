package org.kepu;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the pool, to whoever has waited longest. The pool by itself gives them to whoever happens to be awake: when many
 * press at once, a few would be answered again and again while others wait for a second.
 */
final class QueuedConnections extends DelegatingDataSource {

    private final Semaphore turns;
    private final long patience;

    QueuedConnections(HikariDataSource pool) {
        super(pool);
        this.turns = new Semaphore(pool.getMaximumPoolSize(), true);
        this.patience = pool.getConnectionTimeout();
    }

    @Configuration(proxyBeanMethods = false)
    static class OfThePool {

        @Bean
        static BeanPostProcessor queue() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new QueuedConnections(pool) : bean;
                }
            };
        }
    }

    /** @throws SQLTransientConnectionException if no turn comes within the patience of the pool */
    @Override
    public Connection getConnection() throws SQLException {
        if (!isMyTurn()) {
            throw new SQLTransientConnectionException("no connection within " + patience + " ms");
        }
        try {
            return givesWay(super.getConnection());
        } catch (SQLException | RuntimeException | Error e) {
            turns.release();
            throw e;
        }
    }

    private boolean isMyTurn() {
        try {
            return turns.tryAcquire(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Once it is closed, the next in the queue has its turn. */
    private Connection givesWay(Connection connection) {
        var isGiven = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean closes = method.getName().equals("close");
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (closes && isGiven.compareAndSet(false, true)) {
                            turns.release();
                        }
                    }
                });
    }
}
