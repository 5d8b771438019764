package org.kepu.shared;

import java.util.regex.Pattern;

/**
 * Personal values as lists show them: enough to tell two people apart, too little to reach one. What has not the usual
 * shape is hidden whole, so that a slip in typing shows nothing.
 */
public final class Masked {

    private static final Pattern MOBILE = Pattern.compile("(\\d{3})\\d{4,}(\\d{4})");
    private static final Pattern IDENTITY = Pattern.compile("(\\d{4})\\d{10}(\\d{3}[0-9Xx])");
    private static final Pattern MAIL = Pattern.compile("([^@\\s])[^@\\s]*(@[^@\\s]+)");
    private static final String HIDDEN = "****";

    private Masked() {}

    /** 138****5678; of a number too short for that, its last two digits. */
    public static String phone(String number) {
        var digits = number.replaceAll("\\D", "");
        var mobile = MOBILE.matcher(digits);
        if (mobile.matches()) {
            return mobile.group(1) + HIDDEN + mobile.group(2);
        }
        return digits.length() < 5 ? HIDDEN : HIDDEN + digits.substring(digits.length() - 2);
    }

    /** 1501**********1234. */
    public static String identity(String number) {
        var whole = IDENTITY.matcher(number.strip());
        return whole.matches() ? whole.group(1) + "**********" + whole.group(2) : HIDDEN;
    }

    /** b***@x.cn. */
    public static String mail(String address) {
        var whole = MAIL.matcher(address.strip());
        return whole.matches() ? whole.group(1) + "***" + whole.group(2) : HIDDEN;
    }

    /** 王*: the first character, whatever follows. */
    public static String name(String name) {
        var bare = name.strip();
        return bare.isEmpty() ? "" : bare.substring(0, bare.offsetByCodePoints(0, 1)) + "*";
    }

    /** A telephone number or a mail address, by its look. */
    public static String contact(String contact) {
        return contact.contains("@") ? mail(contact) : phone(contact);
    }
}
