package org.kepu.privacy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Children go with their guardian. */
@Component
class DependantsOfPerson implements PersonalData {

    private final Dependants dependants;

    DependantsOfPerson(Dependants dependants) {
        this.dependants = dependants;
    }

    @Override
    public String source() {
        return "privacy.dependant";
    }

    @Override
    public String messageKey() {
        return "privacy.place.dependant";
    }

    @Override
    public Set<String> columns() {
        return Set.of(Dependants.NAME, Dependants.BIRTH, "privacy.dependant.guardian");
    }

    @Override
    public List<Held> find(Subject subject) {
        return dependants.of(subject.person()).stream()
                .flatMap(one -> Stream.of(
                        new Held(Dependants.PURPOSE, Dependants.NAME, one.name()),
                        new Held(
                                Dependants.PURPOSE,
                                Dependants.BIRTH,
                                one.birth().toString())))
                .toList();
    }

    @Override
    public Erased erase(Subject subject) {
        return Erased.removed(dependants.removeAll(subject.person()));
    }

    @Override
    public int left(Subject subject) {
        return dependants.of(subject.person()).size();
    }
}
