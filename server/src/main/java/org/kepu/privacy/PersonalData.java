package org.kepu.privacy;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The personal data that one place of the platform holds. Modules offer a bean per place; the data sheet, the correction
 * and the erasure of a person go through all of them in order. Each method runs in a transaction of its caller.
 */
public interface PersonalData {

    /** The name of the place in proofs, such as {@code access.account}. It stays when classes are renamed. */
    String source();

    /** The key of its name on screen, in the module's own bundle. */
    String messageKey();

    /** The columns of which it gives and takes account, as schema.table.column; the register has the same. */
    Set<String> columns();

    /** By what else a person is known here. */
    default List<Contact> contacts(UUID person) {
        return List.of();
    }

    /** What is held of the person, in clear. */
    List<Held> find(Subject subject);

    /** The columns that a person may put right without asking anybody. */
    default Set<String> correctable(Subject subject) {
        return Set.of();
    }

    /** Replaces a value by the person's own word (个人信息保护法第四十六条); says whether it may and did. */
    default boolean correct(Subject subject, String column, String value) {
        return false;
    }

    /** Removes or anonymises what is held; asked again, it finds nothing more to do. */
    Erased erase(Subject subject);

    /** How many rows still tell of the person by name, number or address. After erasure none may. */
    int left(Subject subject);

    /**
     * A value held of a person.
     *
     * @param purpose what it is held for, as the register calls it
     * @param column where it is
     */
    record Held(String purpose, String column, String value) {

        @Override
        public String toString() {
            return "Held[" + column + "]";
        }
    }

    /**
     * What erasure did in one place.
     *
     * @param removed rows that are gone
     * @param anonymised rows that stay for the record or for statistics and name nobody any more
     * @param kept rows that a law keeps, with the person's bare identity in them, to which no name belongs any more
     */
    record Erased(int removed, int anonymised, int kept) {

        public static final Erased NOTHING = new Erased(0, 0, 0);

        public static Erased removed(int rows) {
            return new Erased(rows, 0, 0);
        }

        public Erased plus(Erased other) {
            return new Erased(removed + other.removed, anonymised + other.anonymised, kept + other.kept);
        }
    }
}
