package org.kepu.access.session;

import jakarta.servlet.DispatcherType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** What lies between two requests is kept in the database, so that any node can answer the next one. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "access.web_session",
        maxInactiveIntervalInSeconds = 3600,
        cleanupCron = Scheduled.CRON_DISABLED)
class KeptSessions {

    private static final Logger log = LoggerFactory.getLogger(KeptSessions.class);

    /** Nothing else is brought to life from the database: a row is not to be trusted more than a request. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
            "maxdepth=40;maxrefs=5000;maxbytes=200000;org.kepu.**;org.springframework.**;java.**;!*");

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("kepu");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer postgresSessions() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What another build wrote and this one cannot read is as if it were not there: one signs in again. */
    @Bean
    @SuppressWarnings("NullAway") // the repository takes null for an attribute that is not there
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, KeptSessions::read);
        return conversion;
    }

    /** Errors are dispatched anew and need the session, too. */
    @Bean
    <S extends Session> FilterRegistrationBean<SessionRepositoryFilter<S>> sessionsEverywhere(
            SessionRepositoryFilter<S> filter) {
        var everywhere = new FilterRegistrationBean<>(filter);
        everywhere.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        everywhere.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return everywhere;
    }

    private static @Nullable Object read(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(OURS);
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            log.info(
                    "a session of another build is not read: {}",
                    unreadable.getClass().getSimpleName());
            return null;
        }
    }
}
