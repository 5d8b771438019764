package org.kepu.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.UUID;

/**
 * A fact whose terms are known.
 *
 * @param position among those that were told together
 */
record ToldFact(int position, Fact fact, short kind, short audience, short place) {

    /** Equal for facts told in the same words. */
    UUID digest() {
        var content = new StringBuilder()
                .append(fact.kind())
                .append('|')
                .append(fact.day())
                .append('|')
                .append(fact.region())
                .append('|')
                .append(fact.audience())
                .append('|')
                .append(fact.place())
                .append('|')
                .append(fact.rural())
                .append('|')
                .append(fact.amounts())
                .append('|')
                .append(fact.thing())
                .append('|')
                .append(fact.organisers())
                .append('|')
                .append(fact.measures())
                .append('|')
                .append(fact.persons().stream().map(PersonMark::hex).sorted().collect(joining(",")))
                .append('|')
                .append(fact.title());
        return UUID.nameUUIDFromBytes(content.toString().getBytes(UTF_8));
    }
}
