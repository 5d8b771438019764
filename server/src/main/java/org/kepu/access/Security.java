package org.kepu.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
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
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
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

    /** What of a browser's session outlasts a sign-in. */
    static final String ASKED_PAGE = "kepu.asked-page";

    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain gates(
            HttpSecurity http, OpenSessions sessions, SignOut signOut, RequestCache asked, ProviderGate providers) {
        http.authorizeHttpRequests(paths -> paths.requestMatchers("/desk", "/desk/**")
                        .access((reader, request) -> new AuthorizationDecision(
                                signedIn(reader).filter(SignedIn::isStaff).isPresent()))
                        .requestMatchers("/me/sign-in", "/me/sign-in/**")
                        .permitAll()
                        .requestMatchers("/me", "/me/**")
                        .access((reader, request) ->
                                new AuthorizationDecision(signedIn(reader).isPresent()))
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(sessions))
                .logout(out ->
                        out.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessHandler(Security::out))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(strangers -> strangers
                        .accessDeniedHandler(Security::denied)
                        .defaultAuthenticationEntryPointFor(
                                Security::leavePart, new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/me/sign-in"),
                                PathPatternRequestMatcher.withDefaults().matcher("/me/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), request -> true))
                .headers(HeadersConfigurer::disable);
        providers.open(http);
        return http.build();
    }

    private static Optional<SignedIn> signedIn(Supplier<? extends @Nullable Authentication> reader) {
        return SignedIn.of(reader.get());
    }

    /** Nobody is known to the program but by our own ways of signing in. */
    @Bean
    AuthenticationManager nobodyElse() {
        return asked -> {
            throw new ProviderNotFoundException("signing in is done elsewhere");
        };
    }

    /** Nobody reads how long each filter took, and to measure it costs each request. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** No value that is typed holds the sign that ends a text in the database's language. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
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

    /** After sign-in one comes back to the page one asked for; none is how the address is left as it was. */
    @Bean
    @SuppressWarnings("NullAway")
    RequestCache askedPages() {
        var pages = new HttpSessionRequestCache();
        pages.setSessionAttrName(ASKED_PAGE);
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/desk/**"));
        return pages;
    }

    /** A citizen who comes to the desk's door is shown home. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        var citizen = SignedIn.of(request.getUserPrincipal())
                .filter(one -> !one.isStaff())
                .isPresent();
        if (citizen && request.getRequestURI().equals("/desk")) {
            response.sendRedirect("/me");
        } else {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, reason);
            new AccessDeniedHandlerImpl().handle(request, response, reason);
        }
    }

    private static void out(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication reader)
            throws IOException {
        response.sendRedirect(SignedIn.of(reader).filter(one -> !one.isStaff()).isPresent() ? "/" : "/sign-in?out");
    }

    /** A part of a page cannot show the sign-in form: the whole page goes there. */
    private static void leavePart(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("HX-Redirect", "/sign-in");
    }
}
