package org.kepu.access.people;

import java.util.List;
import java.util.UUID;

/** What came of an invitation. */
sealed interface Invited {

    /** It went out by mail or text message. */
    record Sent(UUID account) implements Invited {}

    /** Nobody can be reached: the link is shown once, to be handed over. */
    record ToHandOver(UUID account, String link) implements Invited {

        @Override
        public String toString() {
            return "ToHandOver[" + account + "]";
        }
    }

    /** Everything that speaks against it. */
    record Refused(List<Why> why) implements Invited {
        public Refused {
            why = List.copyOf(why);
        }
    }

    /** Why somebody is not invited. */
    enum Why {
        NAME_NOT_PLAIN("name"),
        NAME_TAKEN("name"),
        OUT_OF_REACH("place"),
        /** The account was taken up already, or given up. */
        OVER("name"),
        /** The account holds one of the three separate roles, and its link would be read by whoever invites. */
        SEPARATE_HAND("name");

        private final String field;

        Why(String field) {
            this.field = field;
        }

        /** The field of the form at which it is told. */
        String field() {
            return field;
        }

        /** The key of the sentence. */
        String messageKey() {
            return "access.invite.why." + name();
        }
    }
}
