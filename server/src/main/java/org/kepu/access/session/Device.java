package org.kepu.access.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The browser and system of a sign-in in two words, enough for its owner to know it again. */
final class Device {

    private static final int LONGEST = 60;

    private record Sign(String mark, String name) {}

    /** The first mark that is found tells: most browsers bear the marks of others too. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger/", "微信"),
            new Sign("DingTalk/", "钉钉"),
            new Sign("Edg", "Edge"),
            new Sign("Firefox/", "Firefox"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("HarmonyOS", "HarmonyOS"),
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS", "macOS"),
            new Sign("Linux", "Linux"));

    private Device() {}

    static String of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "";
        }
        var words = String.join(" · ", named(BROWSERS, userAgent), named(SYSTEMS, userAgent))
                .replaceAll("^ · | · $", "");
        var told = words.isBlank() ? userAgent.split("[\\s(]", 2)[0] : words;
        return told.substring(0, Math.min(LONGEST, told.length()));
    }

    private static String named(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.mark()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
