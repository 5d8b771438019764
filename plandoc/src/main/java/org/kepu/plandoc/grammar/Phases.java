package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.plandoc.Phase;

/** The stages of 进度安排: a title and the first years its text names. */
final class Phases {
    private static final Pattern YEARS =
            Pattern.compile("(20\\d\\d)年?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|初|上半年|下半年)?(?:(?:—+|至|到)(20\\d\\d)年?)?");
    private static final Pattern TITLE_NOTE = Pattern.compile("[（〔].*");
    private static final int LOOKED_AT = 200;

    private Phases() {}

    static List<Phase> of(Sections sections) {
        var phases = new ArrayList<Phase>();
        for (var section : sections.phases()) {
            for (var point : section.children()) {
                phase(point).ifPresent(phases::add);
            }
        }
        return phases;
    }

    private static Optional<Phase> phase(Node point) {
        var parts = new ArrayList<Passage>();
        parts.add(point.para().body());
        point.below().forEach(para -> parts.add(para.text()));
        var text = Passage.join(parts);
        var matcher = YEARS.matcher(text.folded().substring(0, Math.min(LOOKED_AT, text.length())));
        if (!matcher.find()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        var title = point.heading().strip("。：；");
        var note = TITLE_NOTE.matcher(title.folded());
        var bare = note.find() && note.start() > 1 ? title.sub(0, note.start()) : title;
        return from <= to ? Optional.of(new Phase(bare.raw(), from, to, text.span())) : Optional.empty();
    }
}
