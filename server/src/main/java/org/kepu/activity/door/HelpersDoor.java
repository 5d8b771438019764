package org.kepu.activity.door;

import java.util.List;
import java.util.Optional;
import org.kepu.guard.Limits;
import org.springframework.stereotype.Service;

/** The door of a session as a helper without an account keeps it, by a link; nothing where there is no such link. */
@Service
public class HelpersDoor {

    private final DoorBook book;
    private final DoorLinks links;
    private final Limits limits;

    HelpersDoor(DoorBook book, DoorLinks links, Limits limits) {
        this.book = book;
        this.links = links;
        this.limits = limits;
    }

    public Optional<DoorList> list(String token) {
        return links.keeper(token).map(book::list);
    }

    /** What a telephone keeps to know codes by. */
    public Optional<DoorList.Known> known(String token) {
        return links.keeper(token).map(book::known);
    }

    /** Takes in what a telephone has written down. */
    public Optional<DoorList.Told> take(String token, Batch batch) {
        return counted(token, batch.scans().size()).map(keeper -> book.take(keeper, batch));
    }

    /** Takes in what was typed on the page itself. */
    public Optional<DoorList.Told> take(String token, Typed typed) {
        return counted(token, typed.codes().size()).map(keeper -> book.take(keeper, typed.by(keeper)));
    }

    /** How many just came, as the page itself and all telephones counted. */
    public Optional<List<DoorList.WalkIns>> walkIns(String token) {
        return links.keeper(token).map(keeper -> book.walkIns(keeper.session(), keeper.page()));
    }

    /** Each code that is shown counts, however many are sent at once. */
    private Optional<Keeper> counted(String token, int scans) {
        return links.keeper(token)
                .filter(keeper -> limits.count(DoorLimit.SHOWN_BY_ONE_LINK, String.valueOf(keeper.link()), scans)
                        == Limits.Count.WITHIN);
    }
}
