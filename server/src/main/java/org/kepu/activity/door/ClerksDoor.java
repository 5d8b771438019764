package org.kepu.activity.door;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** The door of a session as its organisers keep it, by their right. */
@Service
public class ClerksDoor {

    private static final int LINES = 500;

    /** Organisers see to late telephones as long as those who came may be corrected. */
    private static final Duration OPEN_AFTERWARDS = Duration.ofDays(7);

    private final DoorBook book;
    private final OwnActivities activities;

    ClerksDoor(DoorBook book, OwnActivities activities) {
        this.book = book;
        this.activities = activities;
    }

    /** @throws NotFound if the session is not within reach */
    public DoorList list(Scope scope, SessionId session) {
        return book.list(keeper(scope, session));
    }

    /**
     * What a telephone keeps to know codes by.
     *
     * @throws NotFound if the session is not within reach
     */
    public DoorList.Known known(Scope scope, SessionId session) {
        return book.known(keeper(scope, session));
    }

    /**
     * Takes in what a telephone has written down.
     *
     * @throws NotFound if the session is not within reach
     */
    public DoorList.Told take(Scope scope, SessionId session, Batch batch) {
        return book.take(keeper(scope, session), batch);
    }

    /** Takes in what was typed on the page itself. */
    public DoorList.Told take(Scope scope, SessionId session, Typed typed) {
        var keeper = keeper(scope, session);
        return book.take(keeper, typed.by(keeper));
    }

    /** How many just came, as the page itself and all telephones counted. */
    public List<DoorList.WalkIns> walkIns(Scope scope, SessionId session) {
        var keeper = keeper(scope, session);
        return book.walkIns(session, keeper.page());
    }

    /** How many just came in all, by audience: what closing out begins with. */
    public Map<String, Integer> cameWithout(Scope scope, SessionId session) {
        var came = new TreeMap<String, Integer>();
        walkIns(scope, session).forEach(one -> came.put(one.audience(), one.own() + one.others()));
        return came;
    }

    /** What was shown and somebody has to look at: not simply let in, or by a clock that went wrong; the last first. */
    public List<Scan> doubtful(Scope scope, SessionId session) {
        return book.doubtful(keeper(scope, session).session(), LINES);
    }

    /** How many codes let somebody in after the session was closed out, so that what was told then is to be put right. */
    public int late(Scope scope, SessionId session) {
        return book.late(keeper(scope, session).session());
    }

    private Keeper keeper(Scope scope, SessionId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return activities
                .session(scope, id)
                .map(Session::ends)
                .map(ends -> new Keeper(id, scope.actor().account(), null, ends.plus(OPEN_AFTERWARDS)))
                .orElseThrow(NotFound::new);
    }
}
