package org.kepu.indicator;

import java.text.Normalizer;
import java.util.Locale;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Makes marks of persons, so that a target in persons (名) counts each once. What the mark was made of is not kept here
 * (个人信息保护法第六条).
 */
@Component
public class PersonMarks {

    private final Vault vault;

    PersonMarks(Vault vault) {
        this.vault = vault;
    }

    /** However it is written: full-width digits, spaces and hyphens, a small x at the end make no other person. */
    private static String normal(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** @param number an identity or telephone number, or whatever else names one person in the whole platform */
    public PersonMark of(String number) {
        return new PersonMark(vault.fingerprint("indicator.fact_person.person", normal(number)));
    }
}
