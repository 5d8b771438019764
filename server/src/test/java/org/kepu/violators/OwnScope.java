package org.kepu.violators;

import java.time.LocalDate;
import java.util.Set;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;

/** Gives itself what nobody has granted. */
public final class OwnScope {

    private OwnScope() {}

    static Scope taken(Actor actor) {
        return new Scope(actor, Right.GRANT, LocalDate.EPOCH, Set.of(), Set.of(), Set.of());
    }

    /** Passes for the program. */
    public static final class AsProgram {
        private AsProgram() {}

        static Scope taken() {
            return Scope.ofProgram(Actor.program(""), Right.GRANT, LocalDate.EPOCH, Set.of());
        }
    }
}
