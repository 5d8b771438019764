package org.kepu.plan.review;

import com.github.difflib.DiffUtils;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kepu.plan.DocumentJson;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds plans in force, and drafts within reach, that are almost the one under review, and says in which words they differ. */
@Service
class NearDuplicates {

    /** Below this a lower plan that borrows from its upper one would be taken for a copy. */
    private static final double ALMOST_THE_SAME = 0.6;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。；;！!？?])");
    private static final int CONTEXT = 10;

    private final JdbcClient database;
    private final DocumentJson json;

    NearDuplicates(JdbcClient database, DocumentJson json) {
        this.database = database;
        this.json = json;
    }

    List<NearDuplicate> of(Scope scope, Draft draft) {
        scope.demands(Right.REVIEW_PLANS);
        var text = draft.source().text();
        var sketch = Sketch.of(text);
        record Stored(PlanId id, String title, boolean confirmed, Sketch sketch) {}
        return database
                .sql("""
                select id, title, sketch, confirmed_at is not null as confirmed
                  from plan.draft
                 where sketch && :sketch and id <> :id
                   and (confirmed_at is not null
                        or region_code in (select region.reach(:scopeRegions, :scopeDay)) or id = any (:scopePlans)
                        or region_code is null and uploaded_by_account = :actor)
                """)
                .params(scope.parameters())
                .param("actor", scope.actor().account())
                .param("sketch", sketch.values())
                .param("id", draft.id().value())
                .query((row, i) -> new Stored(
                        new PlanId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getBoolean("confirmed"),
                        new Sketch(Arrays.stream((Long[]) row.getArray("sketch").getArray())
                                .mapToLong(Long::longValue)
                                .toArray())))
                .list()
                .stream()
                .filter(stored -> sketch.likeness(stored.sketch()) >= ALMOST_THE_SAME)
                .map(stored -> {
                    var changes = changes(textOf(stored.id()), text);
                    return new NearDuplicate(
                            stored.id(),
                            stored.title(),
                            stored.confirmed(),
                            sketch.likeness(stored.sketch()),
                            changes.stream().limit(NearDuplicate.SHOWN).toList(),
                            Math.max(0, changes.size() - NearDuplicate.SHOWN));
                })
                .toList();
    }

    private String textOf(PlanId id) {
        return database.sql("select source from plan.draft where id = :id")
                .param("id", id.value())
                .query((row, i) -> json.source(row.getString("source")).text())
                .single();
    }

    /** Sentence by sentence first, then letter by letter where two sentences differ; punctuation is no difference. */
    static List<NearDuplicate.Change> changes(String there, String here) {
        var stored = sentences(there);
        var ours = sentences(here);
        var changes = new ArrayList<NearDuplicate.Change>();
        for (var delta : DiffUtils.diff(bare(stored), bare(ours)).getDeltas()) {
            var before = delta.getSource().getPosition() == 0
                    ? ""
                    : stored.get(delta.getSource().getPosition() - 1);
            letters(
                    before,
                    String.join("", delta.getSource().getLines()),
                    String.join("", delta.getTarget().getLines()),
                    changes);
        }
        return changes;
    }

    private static void letters(String before, String there, String here, List<NearDuplicate.Change> changes) {
        if (there.isEmpty() || here.isEmpty()) {
            add(new NearDuplicate.Change(tail(before), there, here), changes);
            return;
        }
        for (var delta : DiffUtils.diff(letters(there), letters(here)).getDeltas()) {
            var at = delta.getSource().getPosition();
            add(
                    new NearDuplicate.Change(
                            tail(there.substring(0, at)),
                            String.join("", delta.getSource().getLines()),
                            String.join("", delta.getTarget().getLines())),
                    changes);
        }
    }

    private static void add(NearDuplicate.Change change, List<NearDuplicate.Change> changes) {
        if (!Sketch.bare(change.there()).equals(Sketch.bare(change.here()))) {
            changes.add(change);
        }
    }

    private static List<String> letters(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - CONTEXT));
    }

    private static List<String> sentences(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        return SENTENCE_END.splitAsStream(folded).filter(s -> !s.isEmpty()).toList();
    }

    private static List<String> bare(List<String> sentences) {
        return sentences.stream().map(Sketch::bare).toList();
    }
}
