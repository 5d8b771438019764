package org.kepu.access.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kepu.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The entrance of other systems, {@code /api/**}: by {@code Authorization: Bearer} (RFC 6750) and by nothing else. No
 * session, no cookie, hence no token of a form.
 */
@Configuration(proxyBeanMethods = false)
class TokenEntrance {

    private static final String SCHEME = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Bean
    @Order(1)
    SecurityFilterChain systems(HttpSecurity http, Tokens tokens, TokenUse use) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .addFilterBefore(new ByToken(tokens, use), AnonymousAuthenticationFilter.class)
                .exceptionHandling(strangers ->
                        strangers.authenticationEntryPoint((request, response, why) -> refuse(response, "Bearer")))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .build();
    }

    private static void refuse(HttpServletResponse response, String challenge) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Lets a request go on as the service whose token it brings; without a token as nobody's. */
    private static final class ByToken extends OncePerRequestFilter {

        private final Tokens tokens;
        private final TokenUse use;

        private ByToken(Tokens tokens, TokenUse use) {
            this.tokens = tokens;
            this.use = use;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var shown = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
            if (shown.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            var service = shown.filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                    .flatMap(header ->
                            BearerToken.read(header.substring(SCHEME.length()).strip()))
                    .flatMap(tokens::proven)
                    .map(proof -> service(proof, request));
            if (service.isEmpty()) {
                refuse(response, "Bearer error=\"invalid_token\"");
                return;
            }
            note(service.get(), request);
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(service.get(), null, List.of())));
            chain.doFilter(request, response);
        }

        private static CallingService service(Tokens.Proof proof, HttpServletRequest request) {
            return new CallingService(
                    proof.token(),
                    new Actor(proof.account(), Actor.Kind.SERVICE, proof.name(), null, request.getRemoteAddr()));
        }

        private void note(CallingService service, HttpServletRequest request) {
            if (READING.contains(request.getMethod())) {
                use.reads(service.token(), service.actor(), request.getRequestURI());
            } else {
                use.writes(service.token(), service.actor(), request.getMethod(), request.getRequestURI());
            }
        }
    }
}
