package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** A page written for a stranger is handed to other strangers for a second, and to nobody else. */
class SharedPagesTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final SharedPages pages = new SharedPages(Duration.ofSeconds(1), now::get);
    private int written;

    static final class Handlers {
        @SameForStrangers
        public void shared() {}

        public void other() {}
    }

    private MockHttpServletResponse read(String path) throws IOException, ServletException {
        return read(get(path), "shared", answer -> {});
    }

    private static MockHttpServletRequest get(String path) {
        var parts = path.split("\\?", 2);
        var request = new MockHttpServletRequest("GET", parts[0]);
        request.setQueryString(parts.length == 2 ? parts[1] : null);
        return request;
    }

    /** The program behind the filter writes a page with the number of those that it has written. */
    private MockHttpServletResponse read(
            MockHttpServletRequest request, String handler, Consumer<MockHttpServletResponse> before)
            throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        pages.doFilter(request, response, (asked, answer) -> {
            written++;
            before.accept(response);
            request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, handler(handler));
            var bytes = ("page " + written).getBytes(StandardCharsets.UTF_8);
            var shared = SharedPages.put(() -> bytes, "text/html;charset=UTF-8", request, response);
            if (shared.isPresent()) {
                shared.get().send(request, response);
            } else {
                response.getOutputStream().write(bytes);
            }
        });
        return response;
    }

    private static HandlerMethod handler(String name) {
        try {
            Method method = Handlers.class.getMethod(name);
            return new HandlerMethod(new Handlers(), method);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void is_written_once_for_all_who_come_within_a_second_and_then_anew() throws Exception {
        assertThat(read("/activities").getContentAsString()).isEqualTo("page 1");
        now.addAndGet(SECOND - 1);
        assertThat(read("/activities").getContentAsString()).isEqualTo("page 1");
        now.addAndGet(1);
        assertThat(read("/activities").getContentAsString()).isEqualTo("page 2");
    }

    @Test
    void while_one_writes_it_anew_the_others_get_it_until_it_is_two_seconds_old() throws Exception {
        read("/activities");
        now.addAndGet(SECOND);
        var slow = get("/activities");
        pages.doFilter(slow, new MockHttpServletResponse(), (asked, answer) -> {
            assertThat(read("/activities").getContentAsString()).isEqualTo("page 1");
            now.addAndGet(SECOND);
            assertThat(read("/activities").getContentAsString()).isEqualTo("page 2");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activities?page=2", "/activities/", "/activities?lang=en", "/"})
    void another_address_is_another_page(String other) throws Exception {
        read("/activities");
        assertThat(read(other).getContentAsString()).isEqualTo("page 2");
    }

    @Test
    void another_look_is_another_page() throws Exception {
        read("/activities");
        for (var cookie : new String[] {"elder=1", "theme=dark", "lang=en"}) {
            var asked = get("/activities");
            asked.setCookies(new Cookie(cookie.split("=")[0], cookie.split("=")[1]));
            var before = written;
            assertThat(read(asked, "shared", answer -> {}).getContentAsString()).isEqualTo("page " + (before + 1));
            assertThat(read(asked, "shared", answer -> {}).getContentAsString()).isEqualTo("page " + (before + 1));
        }
    }

    @Test
    void whoever_can_be_known_gets_a_page_of_their_own_and_leaves_none() throws Exception {
        read("/activities");
        var session = get("/activities");
        session.setCookies(new Cookie("kepu", "a"));
        assertThat(read(session, "shared", answer -> {}).getContentAsString()).isEqualTo("page 2");
        var token = get("/activities");
        token.addHeader("Authorization", "Bearer a");
        assertThat(read(token, "shared", answer -> {}).getContentAsString()).isEqualTo("page 3");
        assertThat(read("/activities").getContentAsString()).isEqualTo("page 1");
    }

    @Test
    void what_turns_out_to_be_for_one_reader_is_not_kept() throws Exception {
        read(get("/a"), "shared", answer -> answer.setStatus(404));
        read(get("/a"), "shared", answer -> answer.addHeader("Set-Cookie", "kepu=a"));
        var opened = get("/a");
        read(opened, "shared", answer -> opened.getSession());
        var known = get("/a");
        known.setUserPrincipal((Principal) () -> "clerk");
        read(known, "shared", answer -> {});
        read(get("/a"), "other", answer -> {});
        var sent = get("/a");
        sent.setMethod("POST");
        read(sent, "shared", answer -> {});
        assertThat(read("/a").getContentAsString()).isEqualTo("page 7");
    }

    @Test
    void whoever_has_it_already_is_told_that_it_is_the_same() throws Exception {
        var first = read("/activities");
        var again = get("/activities");
        again.addHeader("If-None-Match", first.getHeader("ETag"));
        var answer = read(again, "shared", same -> {});
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        now.addAndGet(2 * SECOND);
        assertThat(read(again, "shared", other -> {}).getStatus()).isEqualTo(200);
    }

    @Test
    void is_packed_for_those_who_take_it_so() throws Exception {
        var asked = get("/activities");
        asked.addHeader("Accept-Encoding", "br, gzip;q=0.8");
        var answer = read(asked, "shared", any -> {});
        assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.getContentAsByteArray())))
                .hasContent("page 1");
        var plain = get("/activities");
        plain.addHeader("Accept-Encoding", "gzip;q=0, br");
        assertThat(read(plain, "shared", any -> {}).getContentAsString()).isEqualTo("page 1");
    }

    @Test
    void without_a_time_nothing_is_shared() throws Exception {
        var none = new SharedPages(Duration.ZERO, now::get);
        none.doFilter(
                get("/activities"),
                new MockHttpServletResponse(),
                (asked, answer) -> assertThat(asked.getAttributeNames().asIterator())
                        .toIterable()
                        .noneMatch(name -> name.equals(SharedPages.class.getName())));
    }
}
