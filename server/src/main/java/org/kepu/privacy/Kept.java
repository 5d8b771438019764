package org.kepu.privacy;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.privacy.PersonalData.Held;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is kept of a person, purpose by purpose (个人信息保护法第四十五条). */
@Service
public class Kept {

    private final List<PersonalData> places;
    private final Purposes purposes;
    private final Trail trail;

    Kept(List<PersonalData> places, Purposes purposes, Trail trail) {
        this.places = places;
        this.purposes = purposes;
        this.trail = trail;
    }

    /** What is kept for one purpose. */
    public record For(Purpose purpose, List<Line> lines) {
        public For {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A value as the person reads it.
     *
     * @param name what the field is called
     */
    public record Line(String column, String name, String value) {

        @Override
        public String toString() {
            return "Line[" + column + "]";
        }
    }

    /** The person with all contacts that any place knows. */
    @Transactional(readOnly = true)
    public Subject subject(UUID person) {
        return new Subject(
                person,
                places.stream()
                        .flatMap(place -> place.contacts(person).stream())
                        .distinct()
                        .toList());
    }

    @Transactional(readOnly = true)
    public List<For> of(UUID person) {
        var subject = subject(person);
        var held = places.stream()
                .flatMap(place -> place.find(subject).stream())
                .filter(one -> !one.value().isBlank())
                .toList();
        var kept = new ArrayList<For>();
        for (var purpose : purposes.all()) {
            var lines = held.stream()
                    .filter(one -> one.purpose().equals(purpose.id()))
                    .flatMap(one -> line(purpose, one).stream())
                    .distinct()
                    .toList();
            if (!lines.isEmpty()) {
                kept.add(new For(purpose, lines));
            }
        }
        return kept;
    }

    /** The columns that the person may put right here and now. */
    @Transactional(readOnly = true)
    public Set<String> correctable(UUID person) {
        var subject = subject(person);
        return places.stream()
                .flatMap(place -> place.correctable(subject).stream())
                .collect(toSet());
    }

    /** Takes the person's own word for a value (第四十六条); says whether it was that person's to change. */
    @Transactional
    public boolean correct(Actor person, String column, String value) {
        var subject = subject(person.account());
        for (var place : places) {
            if (place.correctable(subject).contains(column) && place.correct(subject, column, value)) {
                trail.record(
                        person,
                        Act.of("privacy.act.corrected", "field", column, "").about(person.account()));
                return true;
            }
        }
        return false;
    }

    /** Writes down that the person has taken a copy along (第四十五条), and gives it. */
    @Transactional
    public List<For> download(Actor person) {
        trail.record(
                person,
                Act.of("privacy.act.downloaded", "person", person.account(), "").about(person.account()));
        return of(person.account());
    }

    private static Optional<Line> line(Purpose purpose, Held held) {
        return purpose.called(held.column()).map(name -> new Line(held.column(), name, held.value()));
    }
}
