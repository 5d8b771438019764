package org.kepu.activity;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** What an editor of a session saw when he began, in a form that he sends back: so nobody overwrites another's change unseen. */
public final class Seen {

    private Seen() {}

    public static String of(Session session) {
        var seats = session.seats();
        var window = seats == null
                ? Stream.<Object>empty()
                : Stream.<Object>of(
                        seats.capacity(),
                        seats.perPerson(),
                        seats.waits(),
                        seats.opens().getEpochSecond(),
                        seats.closes().getEpochSecond(),
                        String.valueOf(seats.offerMinutes()));
        return Stream.concat(
                        Stream.of(
                                session.starts().getEpochSecond(),
                                session.ends().getEpochSecond()),
                        window)
                .map(String::valueOf)
                .collect(joining("-"));
    }
}
