package org.kepu.file;

import org.kepu.page.Page;

/** What became of a file that somebody brought. */
public sealed interface Keeping {

    record Kept(KeptFile file) implements Keeping {}

    /**
     * @param name of the file as it was brought; may be empty
     * @param largest what is taken at most, in megabytes
     */
    record Refused(Why why, String name, long largest) implements Keeping {

        /** The sentence that says so. */
        public String said(Page page) {
            return page.say(why.messageKey, name, largest);
        }
    }

    enum Why {
        EMPTY("file.refused.empty"),
        TOO_LARGE("file.refused.large"),
        /** Its content is of no kind that is taken, whatever it is called. */
        OTHER_KIND("file.refused.kind"),
        /** A Word or Excel file with programs (宏) in it. */
        WITH_PROGRAM("file.refused.program");

        private final String messageKey;

        Why(String messageKey) {
            this.messageKey = messageKey;
        }
    }
}
