package org.kepu.privacy;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;

/** A field that lists show masked. Modules offer a bean per field, so that it can be read in full, for a purpose. */
public interface FullValues {

    /** Which, as schema.table.column. */
    String field();

    /** The right by which it is read. */
    default Right right() {
        return Right.READ_PERSONAL;
    }

    /** Where somebody at the desk may read it; a field that not all with the right may read says so here. */
    default Scope within(Desk desk) {
        return desk.scope(right());
    }

    /** The value in this row; nothing if there is none, or if it is out of the reach of the scope. */
    Optional<FullValue> find(Scope scope, UUID record);

    /**
     * A value in full.
     *
     * @param masked the same as lists show it
     * @param subject the account whose data it is, if the person has one
     * @param minor whether it is about somebody under 14, or whose age is not known to be more
     */
    record FullValue(
            String value,
            String masked,
            @Nullable RegionCode region,
            @Nullable UUID subject,
            boolean minor) {

        @Override
        public String toString() {
            return "FullValue[" + masked + "]";
        }
    }
}
