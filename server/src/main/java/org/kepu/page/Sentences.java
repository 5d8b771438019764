package org.kepu.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The sentences of all bundles, read once and found by one look. Spring's own source asks one bundle after the other for each sentence, and a page
 * has a hundred.
 */
final class Sentences extends AbstractMessageSource {

    private final Language chinese;
    private final Language english;

    /** @param bundles paths on the class path, without {@code .properties} */
    Sentences(String... bundles) {
        this.chinese = Language.of(Arrays.stream(bundles).map(bundle -> bundle + ".properties"));
        this.english = Language.of(Arrays.stream(bundles).map(bundle -> bundle + "_en.properties"));
    }

    /** @param patterns of the sentences that have been filled in so far */
    private record Language(Map<String, String> sentences, Map<String, MessageFormat> patterns) {

        static Language of(Stream<String> files) {
            return new Language(
                    files.flatMap(file -> read(file).entrySet().stream())
                            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                    new ConcurrentHashMap<>());
        }

        private static Map<String, String> read(String file) {
            try {
                return PropertiesLoaderUtils.loadProperties(
                                new EncodedResource(new ClassPathResource(file), StandardCharsets.UTF_8))
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(one -> (String) one.getKey(), one -> (String) one.getValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Language in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return in(locale).sentences().get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var sentence = in(locale).sentences().get(code);
        return sentence == null
                ? null
                : in(locale).patterns().computeIfAbsent(code, key -> createMessageFormat(sentence, locale));
    }
}
