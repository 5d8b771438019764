package org.kepu.privacy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kepu.audit.CodeNames;
import org.kepu.privacy.request.Request;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How purposes and requests are called in the register; the trail keeps their codes. */
@Component
class WordsOnTheTrail implements CodeNames {

    private final Purposes purposes;
    private final MessageSource words;

    WordsOnTheTrail(Purposes purposes, MessageSource words) {
        this.purposes = purposes;
        this.words = words;
    }

    @Override
    public Map<Code, String> of(Collection<Code> codes) {
        var names = new HashMap<Code, String>();
        codes.forEach(code -> name(code).ifPresent(name -> names.put(code, name)));
        return names;
    }

    private Optional<String> name(Code code) {
        return code.of().equals("request")
                ? Arrays.stream(Request.Kind.values())
                        .filter(kind -> kind.name().equals(code.value()))
                        .findFirst()
                        .map(kind -> words.getMessage(kind.messageKey(), null, Locale.SIMPLIFIED_CHINESE))
                : purposes.find(code.value()).map(Purpose::name);
    }
}
