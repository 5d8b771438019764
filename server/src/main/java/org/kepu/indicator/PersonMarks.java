package org.kepu.indicator;

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

    /** @param number an identity or telephone number, or whatever else names one person in the whole platform */
    public PersonMark of(String number) {
        return new PersonMark(vault.fingerprint("indicator.fact_person.person", number.strip()));
    }
}
