package org.kepu.activity.booking;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Hears what the program sends to the database, so that another client can send the very same. */
final class SentStatements implements BeanPostProcessor {

    private static final Pattern NAMED = Pattern.compile("(?<![:\\w]):([A-Za-z]\\w*)");

    private final List<Sent> heard = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** A statement with its values, as the program sent it. */
    record Sent(String sql, Map<String, @Nullable Object> values) {

        /** @param instead what stands for values that are not the same each time */
        String as(Map<String, String> instead) {
            return NAMED.matcher(sql)
                    .replaceAll(named -> Matcher.quoteReplacement(
                            instead.getOrDefault(named.group(1), literal(values.get(named.group(1))))));
        }

        /** Without a colon, which would begin the name of a value. */
        private static String literal(@Nullable Object value) {
            return switch (value) {
                case null -> "null";
                case Number number -> number.toString();
                case OffsetDateTime moment -> "now()";
                case UUID[] some ->
                    "'{" + Arrays.stream(some).map(UUID::toString).collect(joining(",")) + "}'";
                case UUID id -> "'" + id + "'";
                case String text ->
                    "E'" + text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
                default -> throw new IllegalArgumentException("no literal is known of " + value.getClass());
            };
        }
    }

    /** What the program sends while it does something. */
    List<Sent> during(Runnable act) {
        heard.clear();
        listening = true;
        act.run();
        listening = false;
        return List.copyOf(heard);
    }

    static Sent last(List<Sent> heard, Predicate<String> which) {
        return heard.stream().filter(sent -> which.test(sent.sql())).toList().getLast();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcClient client
                ? overheard(JdbcClient.class, (proxy, method, arguments) -> {
                    var statement = call(client, method, arguments);
                    return listening && statement instanceof StatementSpec spec
                            ? hear(spec, (String) arguments[0])
                            : statement;
                })
                : bean;
    }

    private StatementSpec hear(StatementSpec statement, String sql) {
        var sent = new Sent(sql, new HashMap<>());
        heard.add(sent);
        return overheard(StatementSpec.class, (proxy, method, arguments) -> {
            if (method.getName().equals("param") && arguments[0] instanceof String name) {
                sent.values().put(name, arguments[1]);
            } else if (method.getName().equals("params") && arguments[0] instanceof Map<?, ?> some) {
                some.forEach((name, value) -> sent.values().put((String) name, value));
            }
            var answer = call(statement, method, arguments);
            return answer == statement ? proxy : answer;
        });
    }

    private static <T> T overheard(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw Objects.requireNonNull(failed.getCause());
        }
    }
}
