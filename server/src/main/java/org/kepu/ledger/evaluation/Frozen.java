package org.kepu.ledger.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was told or reported, in one spelling: keys in order, no blanks. Whoever has it can compute its checksum again. */
@Component
public class Frozen {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The spelling of a value. */
    public String of(Object content) {
        return again(mapper.writeValueAsString(content));
    }

    public <T> T read(String kept, Class<T> type) {
        return mapper.readValue(kept, type);
    }

    /** Whether what is kept, whose keys the database has put in an order of its own, still has its checksum. */
    public boolean isIntact(String kept, String checksum) {
        return checksum(again(kept)).equals(checksum);
    }

    /** SHA-256 of a text. */
    public static String checksum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String again(String text) {
        return mapper.writeValueAsString(mapper.readValue(text, Object.class));
    }
}
