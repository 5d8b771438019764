package org.kepu.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The switches of the look. They hold no secret and change nothing but cookies, so plain links will do. */
@Controller
class LookPages {

    private static final Map<String, Set<String>> SWITCHES = Map.of(
            Look.ELDER, Set.of("0", "1"),
            Look.THEME, Set.of("auto", "light", "dark"),
            Look.LANG, Set.of("zh", "en"));

    @GetMapping("/look")
    RedirectView change(
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        SWITCHES.forEach((name, values) -> {
            var value = asked.getOrDefault(name, "");
            if (values.contains(value)) {
                response.addHeader(HttpHeaders.SET_COOKIE, kept(name, value));
            }
        });
        var there = new RedirectView(OwnPath.orHome(back));
        there.setExpandUriTemplateVariables(false);
        return there;
    }

    private static String kept(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .build()
                .toString();
    }
}
