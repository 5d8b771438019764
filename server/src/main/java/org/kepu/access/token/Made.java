package org.kepu.access.token;

import java.util.List;
import java.util.UUID;

/** What came of making a token. */
public sealed interface Made {

    /** @param token the whole token, to be shown once */
    record Token(UUID account, UUID id, String token) implements Made {

        @Override
        public String toString() {
            return "Token[" + id + "]";
        }
    }

    record Refused(List<Why> why) implements Made {
        public Refused {
            why = List.copyOf(why);
        }
    }

    /** Why there is no token. */
    enum Why {
        NAME_NOT_PLAIN("name"),
        /** A person has an account of this name. */
        NAME_TAKEN("name"),
        OUT_OF_REACH("place"),
        /** The three hands are people (三员分立). */
        NOT_FOR_SERVICES("role"),
        /** Less than a day, or more than 366. */
        DAYS("days"),
        CLOSED("name"),
        /** The same form was sent before: the token is made, and what it is was shown then. */
        SHOWN_BEFORE("days");

        private final String field;

        Why(String field) {
            this.field = field;
        }

        /** The field of the form at which it is told. */
        public String field() {
            return field;
        }

        /** The key of the sentence. */
        public String messageKey() {
            return "access.token.why." + name();
        }
    }
}
