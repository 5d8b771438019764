package org.kepu.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.notice.Undelivered.Reason;
import org.kepu.page.Site;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail by SMTP, when {@code spring.mail.host} names a server. */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailSender implements Sender {

    private final JavaMailSender mail;
    private final Optional<String> from;
    private final String name;

    MailSender(
            JavaMailSender mail,
            NoticeSettings settings,
            @Value("${spring.mail.username:}") String account,
            Site site,
            MessageSource words) {
        this.mail = mail;
        this.from = settings.from()
                .filter(address -> !address.isBlank())
                .or(() -> Optional.of(account).filter(address -> address.contains("@")))
                .or(site::mail);
        this.name = site.name().orElseGet(() -> words.getMessage("site.name", null, Locale.SIMPLIFIED_CHINESE));
    }

    @Override
    public Message.Channel channel() {
        return Message.Channel.MAIL;
    }

    @Override
    public void send(UUID id, String to, String subject, String text) throws Undelivered {
        var sender = from.orElseThrow(() -> new Undelivered(Reason.NOT_SET_UP));
        var message = written(sender, recipient(to), subject, text);
        try {
            message.setHeader("Message-ID", "<" + id + "@" + sender.substring(sender.indexOf('@') + 1) + ">");
            mail.send(message);
        } catch (MailAuthenticationException e) {
            throw new Undelivered(Reason.LOGIN_REFUSED);
        } catch (MailSendException e) {
            throw new Undelivered(reason(e));
        } catch (MailException | MessagingException e) {
            throw new Undelivered(Reason.BUSY);
        }
    }

    private static InternetAddress recipient(String to) throws Undelivered {
        try {
            return new InternetAddress(to, true);
        } catch (AddressException e) {
            throw new Undelivered(Reason.NO_RECIPIENT);
        }
    }

    private MimeMessage written(String sender, InternetAddress to, String subject, String text) throws Undelivered {
        try {
            var message = mail.createMimeMessage();
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(sender, name);
            helper.setTo(to);
            helper.setSubject(subject.replaceAll("\\p{Cntrl}", " "));
            helper.setText(text);
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Undelivered(Reason.NOT_SET_UP);
        }
    }

    /** A recipient that the server does not know is no matter of trying again; all else may be. */
    private static Reason reason(MailSendException failure) {
        var refused = failure.getFailedMessages().values().stream()
                .anyMatch(each -> each instanceof SendFailedException one && isUnknownRecipient(one));
        if (refused) {
            return Reason.NO_RECIPIENT;
        }
        return Stream.concat(Stream.of(failure), failure.getFailedMessages().values().stream())
                        .anyMatch(MailSender::isOfTheNetwork)
                ? Reason.UNREACHABLE
                : Reason.BUSY;
    }

    private static boolean isOfTheNetwork(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }

    private static boolean isUnknownRecipient(SendFailedException failure) {
        var invalid = failure.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }
}
