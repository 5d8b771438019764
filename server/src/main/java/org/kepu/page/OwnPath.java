package org.kepu.page;

import java.util.regex.Pattern;

/** Addresses within this site. Whatever could lead elsewhere (//host, /\host, a scheme, a line break) is none. */
public final class OwnPath {

    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");

    private OwnPath() {}

    /** The path itself if it is our own, the home page otherwise. */
    public static String orHome(String path) {
        return OWN.matcher(path).matches() ? path : "/";
    }
}
