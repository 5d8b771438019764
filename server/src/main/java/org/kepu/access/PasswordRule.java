package org.kepu.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * What a new password must not be, in the order in which people hear it. Length is what counts; beyond it, only what
 * guessers try first is refused (NIST SP 800-63B § 3.1.1.2).
 */
public enum PasswordRule {
    /** Shorter than 12 signs or longer than 128. */
    SIZE((password, names) -> password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST),
    /** The account's own name, with a little added. */
    OWN_NAME((password, names) ->
            rest(password, names).length() < 8 && !rest(password, names).equals(password)),
    /** A few signs over and over. */
    FEW_SIGNS((password, names) -> password.chars().distinct().count() < 5),
    /** A much used word with digits around it, or digits alone. */
    COMMON((password, names) -> rest(password, commonWords())
                    .codePoints()
                    .filter(Character::isLetter)
                    .count()
            < 4);

    private static final List<String> WORDS = read();

    private final BiPredicate<String, List<String>> broken;

    PasswordRule(BiPredicate<String, List<String>> broken) {
        this.broken = broken;
    }

    /** The rules that a password breaks; none if it may be taken. */
    public static List<PasswordRule> brokenBy(String password, String... names) {
        var plain = password.toLowerCase(Locale.ROOT);
        var own =
                Arrays.stream(names).map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return Arrays.stream(values())
                .filter(rule -> rule.broken.test(plain, own))
                .toList();
    }

    public String messageKey() {
        return "access.password.rule." + name();
    }

    /** What is left of a password without these words. */
    private static String rest(String password, List<String> words) {
        var left = password;
        for (var word : words) {
            if (word.length() > 1) {
                left = left.replace(word, "");
            }
        }
        return left;
    }

    private static List<String> commonWords() {
        return WORDS;
    }

    /** The longest first, or a word would leave half of a longer one behind. */
    private static List<String> read() {
        try (var file = PasswordRule.class.getResourceAsStream("/access/common-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("the list of common words is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty() && !word.startsWith("#"))
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
