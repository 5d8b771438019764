package org.kepu.page;

import java.util.regex.Pattern;

/**
 * Addresses within this site. Whatever could lead elsewhere (//host, /\host, a scheme, a line break) is none; nor is
 * what has not been encoded or is longer than any link of ours.
 */
public final class OwnPath {

    private static final Pattern OWN = Pattern.compile("(?!//)/[!-~&&[^\\\\]]{0,2000}");

    private OwnPath() {}

    /** The path itself if it is our own, the home page otherwise. */
    public static String orHome(String path) {
        return OWN.matcher(path).matches() ? path : "/";
    }
}
