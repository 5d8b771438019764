package org.kepu.plandoc.grammar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands around the plan's text: title, 文号, issuer, date, and the documents it cites as its basis. */
final class FrontMatter {
    private static final int HEAD_AT_MOST = 150;
    private static final int TAIL_AT_MOST = 60;
    private static final Pattern ISSUER_IN_TITLE = Pattern.compile("^([\\u4e00-\\u9fa5、（）]{3,60}?)关于(?:印发|转发|下发)");
    private static final Pattern ISSUER_LABEL = Pattern.compile(
            "(?:发文机关|发文单位|发布机构|制发机关|发布单位|发文部门|印发机关)：?([\\u4e00-\\u9fa5（）]{4,30}?)(?=$|发文|发布|成文|文号|索引|主题|公开|效力|有效|生成|名称|信息)");
    private static final Pattern RED_HEAD = Pattern.compile("^([\\u4e00-\\u9fa5]{4,30}(?:政府|办公室|办公厅|委员会|领导小组|协会))文件$");
    private static final Pattern SIGNING_BODY =
            Pattern.compile(".{2,}(?:政府|办公室|办公厅|委员会|协会|科协|小组|公署|行署|[厅局委部办会院处]|管委会|街道办事处|工委)(?:（[^）]{0,12}）)?$");
    private static final Pattern NO_LONGER_IN_FORCE = Pattern.compile("废止|停止执行|失效");

    private final List<Passage> head;
    private final List<Passage> tail;
    private final List<Passage> card;
    private final Passage title;
    private final @Nullable String number;

    private FrontMatter(List<Line> lines, List<Passage> card) {
        this.card = card;
        var texts =
                lines.stream().map(Line::text).filter(text -> !text.isEmpty()).toList();
        head = head(texts);
        tail = texts.subList(Math.max(head.size(), texts.size() - TAIL_AT_MOST), texts.size());
        title = PlanTitle.in(withoutNavigation(head)).orElse(Passage.NOTHING);
        number = Stream.concat(head.stream(), card.stream())
                .flatMap(line -> DocumentNumber.own(line).stream())
                .findFirst()
                .orElse(null);
    }

    static FrontMatter of(Manuscript manuscript) {
        return new FrontMatter(manuscript.lines(), manuscript.card());
    }

    /** Everything before the first section. */
    private static List<Passage> head(List<Passage> lines) {
        int end = 0;
        while (end < lines.size() && end < HEAD_AT_MOST) {
            var marker = Marker.of(lines.get(end));
            boolean section = marker.isPresent()
                    && marker.get().ordinal() == 1
                    && (marker.get().style() == Marker.Style.CHINESE
                            || marker.get().style() == Marker.Style.PART);
            if (section || Sections.isBareSection(lines.get(end))) {
                break;
            }
            end++;
        }
        return lines.subList(0, end);
    }

    private static List<Passage> withoutNavigation(List<Passage> lines) {
        return lines.stream().filter(line -> !Furniture.isNavigation(line)).toList();
    }

    Optional<Passage> title() {
        return title.isEmpty() ? Optional.empty() : Optional.of(title);
    }

    List<Passage> head() {
        return head;
    }

    @Nullable
    String number() {
        return number;
    }

    @Nullable
    String issuer() {
        var fromTitle = issuerInTitle();
        var signed = signature(head)
                .map(SignedDate.Signature::before)
                .filter(FrontMatter::signs)
                .map(Passage::raw);
        if (fromTitle.isPresent() && signed.isPresent()) {
            return signed.get().endsWith(fromTitle.get()) ? signed.get() : fromTitle.get();
        }
        return fromTitle
                .or(() -> signed)
                .or(() -> first(head, RED_HEAD))
                .or(() -> signature(tail)
                        .map(SignedDate.Signature::before)
                        .filter(FrontMatter::signs)
                        .map(Passage::raw))
                .or(() -> first(head, ISSUER_LABEL))
                .or(() -> first(card, ISSUER_LABEL))
                .orElse(null);
    }

    private Optional<String> issuerInTitle() {
        var lines = withoutNavigation(head);
        for (int count = 1; count <= 3; count++) {
            for (int i = 0; i + count <= lines.size(); i++) {
                var joined = Passage.join(lines.subList(i, i + count));
                var matcher = ISSUER_IN_TITLE.matcher(joined.folded());
                if (joined.length() < 200 && matcher.find() && signs(joined.sub(matcher.start(1), matcher.end(1)))) {
                    return Optional.of(
                            joined.sub(matcher.start(1), matcher.end(1)).raw());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(List<Passage> lines, Pattern pattern) {
        for (var line : lines) {
            var matcher = pattern.matcher(line.folded());
            if (line.length() < 200 && matcher.find()) {
                return Optional.of(line.sub(matcher.start(1), matcher.end(1)).raw());
            }
        }
        return Optional.empty();
    }

    static boolean signs(Passage body) {
        return body.length() <= 60 && SIGNING_BODY.matcher(body.folded()).matches();
    }

    /** The last date that stands alone, with the signature before it or above it. */
    private static Optional<SignedDate.Signature> signature(List<Passage> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            var date = SignedDate.alone(lines.get(i));
            if (date.isPresent()
                    && (date.get().before().isEmpty() || signs(date.get().before()))) {
                if (date.get().before().isEmpty() && i > 0 && lines.get(i - 1).length() <= 40) {
                    return Optional.of(new SignedDate.Signature(date.get().date(), lines.get(i - 1)));
                }
                return date;
            }
        }
        return Optional.empty();
    }

    @Nullable
    LocalDate signedOn() {
        return signature(head)
                .map(SignedDate.Signature::date)
                .or(() -> Stream.concat(head.stream(), card.stream())
                        .flatMap(line -> SignedDate.labelled(line).stream())
                        .findFirst())
                .or(() -> signature(tail).map(SignedDate.Signature::date))
                .or(() -> tail.stream()
                        .flatMap(line -> SignedDate.printed(line).stream())
                        .map(SignedDate.Signature::date)
                        .findFirst())
                .orElse(null);
    }

    Optional<PlanTitle.Period> period() {
        return title().flatMap(PlanTitle::period);
    }

    /** 文号 cited in the paragraphs before the first section, the document's own left out. */
    List<String> basis(List<Para> preamble) {
        var cited = new ArrayList<String>();
        for (var paragraph : preamble) {
            for (var sentence : Sentences.split(paragraph.text(), "。")) {
                if (!NO_LONGER_IN_FORCE.matcher(sentence.folded()).find()) {
                    DocumentNumber.cited(sentence).stream()
                            .filter(found -> !found.equals(number) && !cited.contains(found))
                            .forEach(cited::add);
                }
            }
        }
        return cited;
    }
}
