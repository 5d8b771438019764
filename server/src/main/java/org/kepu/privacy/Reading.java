package org.kepu.privacy;

/** What came of asking to read a personal value in full. */
public sealed interface Reading {

    /** Here it is; that it was read stands on the trail. */
    record Shown(String value) implements Reading {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    /** The register knows no such purpose for this field and this right. */
    record NoPurpose() implements Reading {}

    /** It is a minor's: a second person has to approve first. */
    record NeedsApproval() implements Reading {}
}
