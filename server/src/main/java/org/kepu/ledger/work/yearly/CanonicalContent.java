package org.kepu.ledger.work.yearly;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A work plan in one spelling: keys in order, no blanks. Whoever has it can compute its checksum again. */
@Component
class CanonicalContent {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    String of(Content content) {
        return of(mapper.writeValueAsString(content));
    }

    /** The same spelling of what is kept, whose keys the database has put in an order of its own. */
    String of(String kept) {
        return mapper.writeValueAsString(mapper.readValue(kept, Object.class));
    }

    Content read(String kept) {
        return mapper.readValue(kept, Content.class);
    }

    String checksum(String kept) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(of(kept).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
