package org.kepu.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * One countable thing that happened (事实), as a capability tells it.
 *
 * @param kind the code of its kind, such as {@code LECTURE}
 * @param day on which it happened, in Asia/Shanghai
 * @param region where; the smallest division that is known
 * @param audience for whom; empty if for everybody or not told
 * @param place in what kind of place; empty if not told
 * @param rural whether in a rural or pastoral area; null: as the division is
 * @param organisers each is credited, and the fact counts once
 * @param measures the measures of plans that it serves
 * @param persons who took part, only for kinds that count persons
 * @param thing what it is about
 * @param title what a list calls it; no personal data
 */
public record Fact(
        Source source,
        String kind,
        LocalDate day,
        RegionCode region,
        String audience,
        String place,
        @Nullable Boolean rural,
        Amounts amounts,
        List<BodyId> organisers,
        List<MeasureId> measures,
        Set<PersonMark> persons,
        @Nullable Thing thing,
        String title) {

    public static final int LONGEST_TITLE = 200;

    public Fact {
        organisers = List.copyOf(organisers);
        measures = List.copyOf(measures);
        persons = Set.copyOf(persons);
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a title has 1 to 200 characters");
        }
    }

    /** Something that happened once, without any more being told of it. */
    public static Fact of(Source source, String kind, LocalDate day, RegionCode region, String title) {
        return new Fact(
                source, kind, day, region, "", "", null, Amounts.ONCE, List.of(), List.of(), Set.of(), null, title);
    }

    public Fact with(Amounts counted) {
        return but(other -> other.amounts = counted);
    }

    public Fact forAudience(String code) {
        return but(other -> other.audience = code);
    }

    public Fact at(String placeCode) {
        return but(other -> other.place = placeCode);
    }

    /** @param is null if it is not told: as the division is */
    public Fact inRuralArea(@Nullable Boolean is) {
        return but(other -> other.rural = is);
    }

    public Fact by(List<BodyId> bodies) {
        return but(other -> other.organisers = bodies);
    }

    public Fact serving(List<MeasureId> served) {
        return but(other -> other.measures = served);
    }

    public Fact of(Set<PersonMark> present) {
        return but(other -> other.persons = present);
    }

    /** @param what null if it is about nothing that has a register */
    public Fact about(@Nullable Thing what) {
        return but(other -> other.thing = what);
    }

    /** The same as the next version, to put right what was told. */
    public Fact corrected() {
        return but(other -> other.source = source.next());
    }

    /** The same as this version. */
    Fact as(int version) {
        return but(other -> other.source = new Source(source.name(), source.id(), version));
    }

    private Fact but(Consumer<Draft> change) {
        var draft = new Draft();
        change.accept(draft);
        return draft.fact();
    }

    /** What may be told otherwise of a fact. */
    private final class Draft {

        private Source source = Fact.this.source;
        private String audience = Fact.this.audience;
        private String place = Fact.this.place;
        private @Nullable Boolean rural = Fact.this.rural;
        private Amounts amounts = Fact.this.amounts;
        private List<BodyId> organisers = Fact.this.organisers;
        private List<MeasureId> measures = Fact.this.measures;
        private Set<PersonMark> persons = Fact.this.persons;
        private @Nullable Thing thing = Fact.this.thing;

        private Fact fact() {
            return new Fact(
                    source,
                    kind,
                    day,
                    region,
                    audience,
                    place,
                    rural,
                    amounts,
                    organisers,
                    measures,
                    persons,
                    thing,
                    title);
        }
    }
}
