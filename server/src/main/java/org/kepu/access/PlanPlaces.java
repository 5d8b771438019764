package org.kepu.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kepu.shared.PlanId;
import org.kepu.shared.Scope;

/** The plans for which a role can be given. Told by the module of the plans, which builds on this one. */
public interface PlanPlaces {

    /** Plans in the scope's divisions with these words in the title. */
    List<Place> named(String words, Scope scope, int limit);

    /** Those of the plans that there are. */
    Map<PlanId, Place> all(Collection<PlanId> plans);
}
