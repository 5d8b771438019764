package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The indices of an evaluation with their weights. Those of the first level make a hundred, those below an index its weight. */
public record IndexTree(List<Index> indices) {

    static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public IndexTree {
        indices = indices.stream().sorted(Index.ORDER).toList();
    }

    /**
     * Why a tree cannot be used.
     *
     * @param number of the index that it is about; empty for the whole
     */
    public record Fault(Kind kind, String number, String is, String should) {

        /** The key of the sentence that says so, with number, what is and what should be. */
        public String messageKey() {
            return "evaluation.fault." + kind;
        }
    }

    /** What may be wrong with a tree. */
    public enum Kind {
        /** There is no index. */
        EMPTY,
        /** Those of the first level do not make a hundred. */
        NOT_A_HUNDRED,
        /** Those below an index do not make its weight. */
        DO_NOT_ADD,
        /** It stands below an index that is not there. */
        NOTHING_ABOVE
    }

    /** All that is wrong, in the order of the numbers; nothing if it can be used. */
    public List<Fault> faults() {
        if (indices.isEmpty()) {
            return List.of(new Fault(Kind.EMPTY, "", "", ""));
        }
        var faults = new ArrayList<Fault>();
        var first = sum(roots());
        if (first.compareTo(WHOLE) != 0) {
            faults.add(new Fault(Kind.NOT_A_HUNDRED, "", Index.written(first), Index.written(WHOLE)));
        }
        for (var index : indices) {
            if (index.above().isPresent() && find(index.above().get()).isEmpty()) {
                faults.add(new Fault(
                        Kind.NOTHING_ABOVE, index.number(), index.above().get(), ""));
            }
            var below = below(index);
            if (!below.isEmpty() && sum(below).compareTo(index.weight()) != 0) {
                faults.add(new Fault(Kind.DO_NOT_ADD, index.number(), Index.written(sum(below)), index.full()));
            }
        }
        return faults;
    }

    /** Those of the first level. */
    public List<Index> roots() {
        return indices.stream().filter(index -> index.above().isEmpty()).toList();
    }

    /** Those next below an index. */
    public List<Index> below(Index index) {
        return indices.stream()
                .filter(other -> other.above().filter(index.number()::equals).isPresent())
                .toList();
    }

    /** Those that are scored: nothing stands below them. */
    public List<Index> leaves() {
        return indices.stream().filter(this::isLeaf).toList();
    }

    public boolean isLeaf(Index index) {
        return below(index).isEmpty();
    }

    public Optional<Index> find(String number) {
        return indices.stream().filter(index -> index.number().equals(number)).findFirst();
    }

    /** An index that is scored. */
    public Optional<Index> leaf(UUID id) {
        return leaves().stream().filter(index -> index.id().equals(id)).findFirst();
    }

    /** The scored index after this one, if there is one. */
    public Optional<Index> after(Index leaf) {
        var leaves = leaves();
        var place = leaves.indexOf(leaf) + 1;
        return place < leaves.size() ? Optional.of(leaves.get(place)) : Optional.empty();
    }

    /** One spelling, whose checksum says whether it is still the same tree. */
    String canonical() {
        return indices.stream()
                .map(index -> String.join("\t", index.number(), index.title(), index.full(), index.standard()))
                .collect(Collectors.joining("\n"));
    }

    private static BigDecimal sum(List<Index> some) {
        return some.stream().map(Index::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
