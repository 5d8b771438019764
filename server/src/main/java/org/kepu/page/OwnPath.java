package org.kepu.page;

import java.util.regex.Pattern;

/**
 * Addresses within this site. Whatever could lead elsewhere (//host, /\host, a scheme, a line break) is none; nor is
 * what has not been encoded, which no link of ours holds.
 */
public final class OwnPath {

    private static final Pattern OWN = Pattern.compile("(?!//)/[!-~&&[^\\\\]]*");

    private OwnPath() {}

    /** The path itself if it is our own, the home page otherwise. */
    public static String orHome(String path) {
        return OWN.matcher(path).matches() ? path : "/";
    }
}
