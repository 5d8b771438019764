package org.kepu.region.view;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.ImportReport;

/** A file on its way into the tree.
 *
 * @param imported what the import did; none while it has only been checked
 * @param kept whether the file is still there to be imported
 */
public record Upload(
        UUID id,
        String fileName,
        LocalDate since,
        String basis,
        ImportReport checked,
        @Nullable ImportReport imported,
        boolean kept) {

    public ImportReport report() {
        return imported == null ? checked : imported;
    }

    public boolean canBeImported() {
        return imported == null && kept && checked.written() > 0;
    }
}
