package org.kepu.plandoc.grammar;

import java.util.regex.Pattern;
import org.kepu.plandoc.Programme.Kind;

/** What a heading says: of a programme, of a section that holds programmes, of something else. */
final class Headings {
    static final int LONGEST = 60;
    private static final Pattern LEADING_VERB =
            Pattern.compile("^(?:(?:深入|大力|全面|持续|扎实|组织|积极|着力|继续|稳步|重点|统筹)*(?:实施|开展)(?:好)?|(?:推进|抓好|做好)实施)");
    private static final Pattern TOPIC = Pattern.compile("科学素质|科学素养|科普|科学普及|科学教育|科学传播|科技教育|科技传播|科技资源");
    private static final Pattern GENERIC_WORDS =
            Pattern.compile("[一二三四五六七八九十两几\\d]+|科学素质|科普|全民|公民|人群|重点|主要|专项|提升|基础|保障|支撑|行动|工程|任务|实施|开展|深入|着力|推进"
                    + "|大|项|个|和|与|及|、|，|“|”|（|）|的|类|各|促进|服务|组织|措施|举措");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(?:总体|指导|基本|主要|工作|发展|建设|实施)?(?:思想|原则|目标|要求|思路|方针|前言|背景|意义|概况|形势|基础)"
                    + "|组织(?:实施|领导|保障)|保障(?:措施|机制|条件)?$|保障措施|条件保障|机制保障|制度保障|经费|进度|步骤|阶段|时间安排|监督|督导|督促|评估|考核|附则|附件|工作要求|宣传引导|解读|职责分工|责任清单|分工表");

    private Headings() {}

    /** The heading of a paragraph: up to its first full stop or colon, without number, quotes and a trailing note. */
    static Passage of(Para para) {
        return of(para.body());
    }

    static Passage of(Passage body) {
        int end = Sentences.indexOf(body, "。：；", 0);
        var heading = body.sub(0, Math.min(end, body.length()));
        if (heading.length() > LONGEST) {
            return cutAtComma(heading);
        }
        heading = withoutNote(heading);
        return isProgrammeName(heading) ? heading : cutAtComma(heading);
    }

    /** 实施青少年科学素质提升行动，全面提升…: the name stands before the comma. */
    private static Passage cutAtComma(Passage heading) {
        int comma = Sentences.indexOf(heading, "，", 0);
        if (comma < heading.length()) {
            var name = heading.sub(0, comma);
            if (isProgrammeName(name) && isOnTopic(name)) {
                return name;
            }
        }
        return heading;
    }

    private static Passage withoutNote(Passage heading) {
        var text = heading.folded();
        int open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('〔'));
        boolean note = open > 0 && Assignments.isNote(text.substring(open));
        return note ? heading.sub(0, open) : heading;
    }

    static boolean isProgrammeName(Passage heading) {
        var text = heading.strip("“”。，：●—").folded();
        return text.length() >= 4 && text.length() <= 40 && (text.endsWith("行动") || text.endsWith("工程"));
    }

    static boolean isOnTopic(Passage heading) {
        return TOPIC.matcher(heading.folded()).find();
    }

    /** 提升行动, 五大重点工程: names no programme but a section of them. */
    static boolean isGeneric(Passage heading) {
        return GENERIC_WORDS
                .matcher(heading.strip("。，：").folded())
                .replaceAll("")
                .isEmpty();
    }

    /** Whether such a heading is never a programme, whatever its neighbours are. */
    static boolean isElsewhere(Passage heading) {
        return ELSEWHERE.matcher(heading.folded()).find() && !isProgrammeName(heading);
    }

    /** The title without its number, 实施 and quotes. */
    static Passage title(Passage heading) {
        var bare = unquoted(heading.strip("。，：；、●—"));
        var matcher = LEADING_VERB.matcher(bare.folded());
        return matcher.find() && bare.length() - matcher.end() >= 4 ? unquoted(bare.from(matcher.end())) : bare;
    }

    /** Without quotes that hold the whole of it; “互联网+科普”行动 keeps its own. */
    static Passage unquoted(Passage heading) {
        var text = heading.folded();
        int last = text.length() - 1;
        boolean quoted = last > 0
                && (text.charAt(0) == '“' && Sentences.closing(text, 0) == last
                        || text.charAt(0) == '"' && text.indexOf('"', 1) == last);
        return quoted ? heading.sub(1, last) : heading;
    }

    /** @return the kind its suffix or its section names, otherwise {@code otherwise} */
    static Kind kind(Passage heading, Passage section, Kind otherwise) {
        var text = heading.strip("“”\"。，：；").folded();
        if (text.endsWith("行动")) {
            return Kind.ACTION;
        }
        if (text.endsWith("工程")) {
            return Kind.PROJECT;
        }
        boolean actions = section.folded().contains("行动");
        boolean projects = section.folded().contains("工程");
        if (actions != projects) {
            return actions ? Kind.ACTION : Kind.PROJECT;
        }
        return otherwise;
    }
}
