package org.kepu.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.kepu.notice.Undelivered.Reason;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Text messages through a gateway of the operator's, which speaks to whichever vendor there is: a POST of
 * {@code {"id","to","text"}} as JSON. Any answer of 2xx means taken; 408, 429 and 5xx mean try again; others mean no.
 */
@Component
@ConditionalOnProperty("kepu.notice.sms.url")
class SmsSender implements Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json;
    private final URI url;
    private final String token;

    SmsSender(ObjectMapper json, NoticeSettings settings) {
        this.json = json;
        this.url = settings.sms().url().orElseThrow();
        this.token = settings.sms().token().orElse("");
    }

    @Override
    public Message.Channel channel() {
        return Message.Channel.SMS;
    }

    @Override
    public void send(UUID id, String to, String subject, String text) throws Undelivered {
        try {
            var answer = http.send(request(id, to, text), BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new Undelivered(reason(answer.statusCode()));
            }
        } catch (IOException e) {
            throw new Undelivered(Reason.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered(Reason.INTERRUPTED);
        }
    }

    private HttpRequest request(UUID id, String to, String text) {
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("id", id.toString(), "to", to, "text", text))));
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private static Reason reason(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> Reason.LOGIN_REFUSED;
            case TIMEOUT, TOO_MANY -> Reason.BUSY;
            default -> status >= 500 ? Reason.BUSY : Reason.REFUSED;
        };
    }
}
