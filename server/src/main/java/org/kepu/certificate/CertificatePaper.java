package org.kepu.certificate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.kepu.page.SiteAddress;
import org.kepu.paper.Paper;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A certificate as it is printed, in Chinese whoever prints it: the name in full, and how everybody can look whether it
 * holds.
 */
@Component
public class CertificatePaper {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.SIMPLIFIED_CHINESE);

    private final MessageSource words;
    private final SiteAddress site;

    CertificatePaper(MessageSource words, SiteAddress site) {
        this.words = words;
        this.site = site;
    }

    public Paper of(Certificate certificate) {
        return Paper.titled(say("certificate.paper." + certificate.kind().name()))
                .numbered(say("certificate.paper.number", certificate.number()))
                .to(say("certificate.paper.holder", certificate.holder()))
                .saying(text -> text.text(say(
                                "certificate.paper.said." + certificate.kind().name(),
                                days(certificate.first(), certificate.last()),
                                certificate.title(),
                                certificate.hours()))
                        .text(say("certificate.paper.given"))
                        .text(say("certificate.paper.code", certificate.spelled()))
                        .text(say("certificate.paper.verify", site.of("/verify/" + certificate.code()))))
                .signed(certificate.issuer(), certificate.issued());
    }

    private String days(LocalDate first, LocalDate last) {
        return first.equals(last)
                ? DAY.format(first)
                : say("certificate.paper.days", DAY.format(first), DAY.format(last));
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
