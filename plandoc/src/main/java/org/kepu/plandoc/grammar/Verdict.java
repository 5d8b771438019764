package org.kepu.plandoc.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells an action plan from what merely speaks of one: laws, drafting notes, news, plans for other ends. */
final class Verdict {
    private static final Pattern ARTICLE = Pattern.compile("^第[一二三四五六七八九十百零]{1,5}条");
    private static final Pattern NOTE_TITLE = Pattern.compile("(?:起草说明|编制说明|情况说明|制定说明|政策解读|解读|问答|一图读懂|图解)$");
    private static final Pattern NOTE_HEADING = Pattern.compile(
            "^.{0,12}(?:起草(?:过程|背景|情况|依据)|编制(?:过程|背景|情况)|制定(?:依据|背景|过程|的?必要性)|出台(?:背景|意义|的?背景)|政策(?:背景|依据)|文件依据|征求意见情况|主要内容|解读(?:机关|人|单位)|起草的.{0,6}|修订背景)");
    private static final Pattern NOTE_SENTENCE = Pattern.compile("有关情况说明如下|起草说明如下|作如下说明|现(?:就|将).{0,60}(?:解读|说明)如下");
    private static final Pattern TOPIC = Pattern.compile("科学素质|科普|科学普及|科学技术普及");
    private static final Pattern NEWS = Pattern.compile("(?:本报|本网|新华社|记者).{0,12}(?:讯|电|报道)|（(?:记者|通讯员)");
    private static final int TITLE_LINES = 12;

    private Verdict() {}

    /** Why the text is no plan, judged before any programme is looked for. */
    static Optional<String> against(List<Line> lines, List<Para> paragraphs) {
        if (paragraphs.isEmpty()) {
            return Optional.of("文件中没有文字，未找到行动或工程");
        }
        long articles =
                paragraphs.stream().filter(para -> starts(para, ARTICLE)).count();
        if (articles >= 5 && articles * 5 >= paragraphs.size()) {
            return Optional.of("这是按“第几条”编排的法规或办法，未找到行动或工程及其措施");
        }
        if (isNote(lines, paragraphs)) {
            return Optional.of("这是起草说明或解读，只介绍方案，本身不布置任务，未找到方案正文");
        }
        boolean onTopic = paragraphs.stream()
                .anyMatch(para -> TOPIC.matcher(para.text().folded()).find());
        return onTopic ? Optional.empty() : Optional.of("全文没有提到科学素质或科普，不是科学素质行动的实施方案");
    }

    private static boolean isNote(List<Line> lines, List<Para> paragraphs) {
        long headings = paragraphs.stream()
                .filter(para -> para.text().length() <= 40
                        && NOTE_HEADING.matcher(para.body().folded()).find())
                .count();
        boolean said = paragraphs.stream()
                .limit(TITLE_LINES)
                .anyMatch(para -> NOTE_SENTENCE.matcher(para.text().folded()).find());
        boolean titled = lines.stream()
                .limit(TITLE_LINES)
                .map(Line::text)
                .anyMatch(text -> text.length() <= 80
                        && text.length() > 3
                        && NOTE_TITLE.matcher(text.folded()).find());
        return headings >= 2 || said || titled && headings >= 1;
    }

    /** Why what was found makes no plan. */
    static Optional<String> against(List<Draft> drafts, List<Para> paragraphs, Optional<Passage> title) {
        int measures = drafts.stream().mapToInt(draft -> draft.tasks().size()).sum();
        if (drafts.isEmpty()) {
            return Optional.of("未找到行动或工程：没有以“行动”或“工程”为名的任务");
        }
        if (measures == 0) {
            return Optional.of("找到了行动或工程的名称，未找到其下的措施");
        }
        boolean topic = title.isPresent() && TOPIC.matcher(title.get().folded()).find()
                || drafts.stream()
                                        .filter(draft -> Headings.isOnTopic(draft.title()))
                                        .count()
                                * 2
                        >= drafts.size();
        if (!topic) {
            return Optional.of("有行动或工程，但不是科学素质或科普方面的");
        }
        boolean news = title.isEmpty()
                && paragraphs.stream()
                        .limit(TITLE_LINES)
                        .anyMatch(para -> NEWS.matcher(para.text().folded()).find());
        return news ? Optional.of("这是新闻报道，未找到方案的标题和正文") : Optional.empty();
    }

    private static boolean starts(Para para, Pattern pattern) {
        var text = para.text().folded();
        return pattern.matcher(text.substring(0, Math.min(12, text.length()))).find();
    }
}
