package org.kepu.plandoc.source;

import java.nio.charset.StandardCharsets;

/** The kinds of files that tell their kind by their first bytes; whatever else is taken for text. */
enum FileKind {
    ZIP,
    OLE2,
    PDF,
    RTF,
    TEXT;

    private static final int PDF_HEAD = 1024;

    static FileKind of(byte[] content) {
        if (starts(content, "PK\3\4") || starts(content, "PK\5\6")) {
            return ZIP;
        }
        if (starts(content, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLE2;
        }
        if (starts(content, "{\\rtf")) {
            return RTF;
        }
        // some servers put a few bytes before the head, and readers accept it
        var head = new String(content, 0, Math.min(PDF_HEAD, content.length), StandardCharsets.ISO_8859_1);
        return head.contains("%PDF-") ? PDF : TEXT;
    }

    private static boolean starts(byte[] content, String head) {
        if (content.length < head.length()) {
            return false;
        }
        for (int i = 0; i < head.length(); i++) {
            if ((content[i] & 0xff) != head.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
