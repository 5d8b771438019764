package org.kepu.access.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.access.Place;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the people and their roles for the desk: the same few queries however many there are. */
@Service
class ReadingPeople {

    private static final int MOST_WISHES = 50;

    private final People people;
    private final Grants grants;
    private final Wishes wishes;
    private final Inviting inviting;
    private final Places places;
    private final Clock clock;

    ReadingPeople(People people, Grants grants, Wishes wishes, Inviting inviting, Places places, Clock clock) {
        this.people = people;
        this.grants = grants;
        this.wishes = wishes;
        this.inviting = inviting;
        this.places = places;
        this.clock = clock;
    }

    record Listing(List<PersonLine> lines, long total) {}

    @Transactional(readOnly = true)
    Listing list(Scope scope, PeopleSearch search, int page, int size) {
        scope.demands(Right.SEE_PEOPLE);
        var found = people.list(scope, search, page, size);
        var homes = places.all(found.people().stream()
                .flatMap(one -> People.home(one.account()).stream())
                .toList());
        return new Listing(found.people().stream().map(one -> line(one, homes)).toList(), found.total());
    }

    private static PersonLine line(People.Listed one, Map<String, Place> homes) {
        var account = one.account();
        return new PersonLine(
                account.id(),
                account.name(),
                account.displayName(),
                where(account, homes),
                one.roles(),
                one.nextEnd(),
                account.state());
    }

    private static String where(People.Account account, Map<String, Place> homes) {
        return People.home(account)
                .map(homes::get)
                .filter(Objects::nonNull)
                .map(Place::name)
                .orElse("");
    }

    /** An account within the scope, with those of its roles that lie within it. */
    @Transactional(readOnly = true)
    Optional<PersonView> person(Scope scope, UUID id) {
        scope.demands(Right.SEE_PEOPLE);
        return people.find(scope, id).map(account -> view(account, views(grants.of(id, scope))));
    }

    /** The same account, if it is kept within the scope of those who keep accounts. */
    @Transactional
    Optional<UUID> kept(Scope scope, UUID id) {
        return people.kept(scope.demands(Right.KEEP_ACCOUNTS), id).map(People.Account::id);
    }

    /** The roles that were wished for an account and that the scope may give. */
    @Transactional(readOnly = true)
    List<WishView> wishes(Scope scope, UUID holder) {
        var open = wishes.open(scope.demands(Right.GRANT), holder, MOST_WISHES);
        var there = places.all(open.stream().map(Wishes.Row::place).toList());
        var names = people.names(open.stream().map(Wishes.Row::by).distinct().toList());
        return open.stream()
                .map(wish -> {
                    var place = there.get(wish.place());
                    return new WishView(
                            wish.id(),
                            wish.role(),
                            wish.place(),
                            place == null ? "" : place.name(),
                            names.getOrDefault(wish.by(), ""));
                })
                .toList();
    }

    /** The invitations of accounts that are kept within the scope. */
    @Transactional(readOnly = true)
    List<InvitationLine> invitations(Scope scope) {
        var rows = inviting.list(scope);
        var homes = places.all(rows.stream()
                .map(Invitations.Row::home)
                .filter(Objects::nonNull)
                .toList());
        var names = people.names(
                rows.stream().map(Invitations.Row::invitedBy).distinct().toList());
        return rows.stream().map(row -> line(row, homes, names)).toList();
    }

    private static InvitationLine line(Invitations.Row row, Map<String, Place> homes, Map<UUID, String> names) {
        var home = row.home() == null ? null : homes.get(row.home());
        var contact = row.contact();
        return new InvitationLine(
                row.id(),
                row.account(),
                row.name(),
                row.displayName(),
                home == null ? "" : home.name(),
                contact == null ? "" : contact.masked(),
                names.getOrDefault(row.invitedBy(), ""),
                row.invitedAt(),
                row.expires(),
                row.state());
    }

    private PersonView view(People.Account account, List<GrantView> all) {
        var homes = places.all(People.home(account).stream().toList());
        return new PersonView(
                account.id(),
                account.name(),
                account.displayName(),
                where(account, homes),
                account.kind() == Actor.Kind.SERVICE,
                account.state(),
                account.closedAt(),
                account.closedWhy(),
                account.invitation(),
                all.stream().filter(GrantView::live).toList(),
                all.stream().filter(grant -> !grant.live()).toList());
    }

    /** Grants with the names of their places and of those who gave them. */
    List<GrantView> views(Collection<Grants.Row> rows) {
        var there = places.all(rows.stream().map(Grants.Row::place).toList());
        var names = people.names(rows.stream()
                .flatMap(row -> Stream.of(row.givenBy(), row.revokedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream().map(row -> view(row, there, names)).toList();
    }

    private GrantView view(Grants.Row row, Map<String, Place> there, Map<UUID, String> names) {
        var place = there.get(row.place());
        return new GrantView(
                row.id(),
                row.role(),
                place == null ? row.place() : place.name(),
                row.starts(),
                row.ends(),
                names.getOrDefault(row.givenBy(), ""),
                row.givenAt(),
                row.reason(),
                row.revokedAt(),
                row.revokedBy() == null ? "" : names.getOrDefault(row.revokedBy(), ""),
                row.revokedWhy(),
                state(row));
    }

    private GrantView.State state(Grants.Row row) {
        var now = clock.instant();
        if (row.revokedAt() != null) {
            return GrantView.State.TAKEN_BACK;
        }
        if (row.ends() != null && !row.ends().isAfter(now)) {
            return GrantView.State.OVER;
        }
        return row.starts().isAfter(now) ? GrantView.State.COMING : GrantView.State.NOW;
    }
}
