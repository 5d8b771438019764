package org.kepu.body;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.page.Page;
import org.kepu.privacy.Exports;
import org.kepu.region.Region;
import org.kepu.shared.Reason;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of a leading group as a file: numbered, on record, and with a watermark above and below. */
@Service
class ContactSheet {

    /** Without it Excel takes UTF-8 for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Delegates delegates;
    private final Exports exports;

    ContactSheet(Delegates delegates, Exports exports) {
        this.delegates = delegates;
        this.exports = exports;
    }

    @Transactional
    String export(Scope scope, Region region, LocalDate day, Reason reason, Page page) {
        var contacts = delegates.contacts(scope, region.code(), day);
        var title = page.say("body.contacts.of", region.name());
        var watermark = row(exports.begin(scope, title, region.code(), reason).watermark());
        var head = row(
                page.say("body.name"),
                page.say("body.part"),
                page.say("body.delegate.name"),
                page.say("body.delegate.post"),
                page.say("body.delegate.phone"));
        var rows = contacts.stream().map(one -> row(one, page));
        return BYTE_ORDER_MARK
                + Stream.concat(Stream.concat(Stream.of(watermark, head), rows), Stream.of(watermark))
                        .collect(Collectors.joining());
    }

    private static String row(Delegates.Contact one, Page page) {
        var person = one.delegate();
        return row(one.body(), page.say(person.part().messageKey()), person.name(), person.post(), person.phone());
    }

    private static String row(String... cells) {
        return List.of(cells).stream().map(ContactSheet::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted; what a spreadsheet would take for a formula is told to be text. */
    private static String cell(String text) {
        var harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
