package org.kepu.privacy;

import java.util.List;
import java.util.UUID;

/**
 * The person whom personal data is about (个人信息主体).
 *
 * @param person the account; of somebody who has none, an identity made for the occasion
 * @param contacts numbers and addresses under which data of the same person may lie elsewhere
 */
public record Subject(UUID person, List<Contact> contacts) {

    public Subject {
        contacts = List.copyOf(contacts);
    }

    /** The numbers and addresses in clear. */
    public List<String> values() {
        return contacts.stream().map(Contact::value).toList();
    }

    @Override
    public String toString() {
        return "Subject[" + person + "]";
    }
}
