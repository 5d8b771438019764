package org.kepu.ledger.research;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.KeptFile;
import org.kepu.shared.RegionCode;

/**
 * An inquiry at a unit or a society into how something stands there.
 *
 * @param region whose office went
 * @param visited the unit or society
 * @param company who took part, as bodies and posts
 * @param file the document, if there is one
 * @param withdrawn why it no longer counts; or null
 */
public record Research(
        UUID id,
        RegionCode region,
        LocalDate day,
        String topic,
        String visited,
        String company,
        String findings,
        @Nullable KeptFile file,
        @Nullable String withdrawn) {

    public boolean counts() {
        return withdrawn == null;
    }
}
