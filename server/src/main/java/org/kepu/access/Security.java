package org.kepu.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** The portal is open to everybody, the desk to those who have signed in. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'");

    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain entrance(HttpSecurity http, ThrottledSignIn signIn, SessionRegistry open) {
        return http.authorizeHttpRequests(paths -> paths.requestMatchers("/desk", "/desk/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .authenticationProvider(signIn)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/desk")
                        .failureHandler(Security::refused))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .requestCache(asked -> asked.requestCache(askedPages()))
                .exceptionHandling(strangers -> strangers
                        .defaultAuthenticationEntryPointFor(
                                Security::leavePart, new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), request -> true))
                .sessionManagement(sessions -> sessions.maximumSessions(-1)
                        .sessionRegistry(open)
                        .expiredSessionStrategy(ended -> leave(ended.getRequest(), ended.getResponse())))
                .headers(HeadersConfigurer::disable)
                .build();
    }

    /** Each answer carries them: pages, files, errors, and what the firewall refuses before the entrance. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> strictHeaders() {
        var filter =
                new HeaderWriterFilter(List.of(
                        new XContentTypeOptionsHeaderWriter(),
                        new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                        new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY),
                        new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                        new PermissionsPolicyHeaderWriter(PERMISSIONS),
                        new HstsHeaderWriter(),
                        new CacheControlHeadersWriter())) {
                    @Override
                    protected boolean shouldNotFilterErrorDispatch() {
                        return false;
                    }
                };
        var everywhere = new FilterRegistrationBean<HeaderWriterFilter>(filter);
        everywhere.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        everywhere.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return everywhere;
    }

    @Bean
    SessionRegistry openSessions() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that are over. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /** After sign-in one comes back to the page one asked for; none is how the address is left as it was. */
    @SuppressWarnings("NullAway")
    private static HttpSessionRequestCache askedPages() {
        var pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/desk/**"));
        return pages;
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.sendRedirect(reason instanceof TooManyAttempts ? "/sign-in?wait" : "/sign-in?wrong");
    }

    /** A part of a page cannot show the sign-in form: the whole page goes there. */
    private static void leavePart(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("HX-Redirect", "/sign-in");
    }

    /** A session that was ended elsewhere, by a change of the password. */
    private static void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            leavePart(request, response, new CredentialsExpiredException("ended elsewhere"));
        } else {
            response.sendRedirect("/sign-in");
        }
    }
}
