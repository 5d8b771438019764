package org.kepu.activity.closing;

import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.Reach;
import org.kepu.activity.SessionId;
import org.kepu.indicator.FactOrigin;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** The sessions from which facts come. */
@Service
class ActivityOrigin implements FactOrigin {

    private final Reach reach;

    ActivityOrigin(Reach reach) {
        this.reach = reach;
    }

    @Override
    public String source() {
        return FactsOfSession.SOURCE;
    }

    @Override
    public String messageKey() {
        return "activity.source";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        var session = new SessionId(UUID.fromString(id.substring(0, id.indexOf('/'))));
        return reach.covers(scope, session) ? Optional.of("/desk/activities/sessions/" + session) : Optional.empty();
    }
}
