package org.kepu.guard;

/** Whether a form was sent by a human, or what the form says when it is shown again, all that was typed still in it. */
public sealed interface HumanVerdict {

    record Passed() implements HumanVerdict {}

    /**
     * Not yet.
     *
     * @param messageKey what to say above the form
     * @param next what the form asks this time
     */
    record Again(String messageKey, HumanQuestion next) implements HumanVerdict {}
}
