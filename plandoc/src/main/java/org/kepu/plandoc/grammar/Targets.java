package org.kepu.plandoc.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;

/** Finds the numbers a passage promises, and leaves those it only mentions. */
final class Targets {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LOOKED_AT = 20_000;
    private static final int NEAR = 60;
    private static final String CLAUSE_ENDS = "，。；：！？";
    private static final Pattern BASELINE =
            Pattern.compile("(?:由|从|现有|已有|原有|目前的?|较|比)(?:20\\d\\d年?(?:底|末)?(?:的|为)?|[^，。；]{0,4})$");
    private static final Pattern BASELINE_AFTER =
            Pattern.compile("^(?:的)?(?:基础上|(?:逐步)?(?:提高|提升|增加|增长|扩大|发展|上升|扩建|扩展)(?:到|至))");
    private static final Pattern DONE =
            Pattern.compile("已(?:建成|有|达|完成|创建|培训|经|建|成功|累计)|现有|达到了|实现了|增长了|提高了|完成了|建成了|荣获|获评|被评");
    private static final Pattern HAD = Pattern.compile("建有|拥有");
    private static final Pattern DONE_BY_NOW = Pattern.compile("已(?:建成|有|达到|经|完成|创建|建有)|现有|原有");
    private static final Pattern ACT = Pattern.compile(
            "培训|培养|培育|轮训|建设|建成|创建|打造|组织|举办|开展|新增|新建|发展|认定|命名|评选|选树|遴选|配备|设立|安排|完成|推出|开发|创作|扶持|招募|支持|选派|建立|选聘|征集|发放|更新|改造|提升|聘任|聘请|承办|制作|编写|派出|巡展|开放|招收|吸引|服务");
    private static final Pattern COVERS_ALL = Pattern.compile(
            "全员?(?:覆盖(?![、的])|配备|达标)|(?:实现|达到)[^，。；]{0,16}全覆盖|覆盖(?:到)?(?:[^，。；]{0,8})(?:所有|全部|每一?个)|(?<!面向|[对为向与和给])所有(?!制|权|人的|者)[^，。；]{2,}|全部(?:建成|配备|配齐|完成|达标|开放|建立|实现|纳入|设立|轮训|覆盖|落实|成立|接入|持证|上线|联网|参加|挂牌|普及|取得|更新|公开)");
    /** What stands, and is not done again each year, though the sentence before speaks of each year. */
    private static final Pattern STANDS = Pattern.compile("建设|建立|建成|组建|配备|总数|总量|(?:增加?|发展|扩大|扩展|提升|提高)[至到]");

    private static final Set<String> HAPPENS =
            Set.of("人次", "场次", "场", "次", "期", "届", "轮", "班次", "批次", "天", "小时", "学时", "课时");
    /** 依托12家院所: what there is to work with. */
    private static final Pattern AT_HAND = Pattern.compile("(?:依托|利用|围绕|结合|根据|按照|针对|聚焦|面向|用好)[^，。；建设办造开培组训]{0,6}$");
    /** 500人以上的企业: a kind of firm. */
    private static final Pattern KIND_OF =
            Pattern.compile("^(?:及)?以上(?:的)?(?:规模)?的?(?:企业|园区|单位|学校|社区|小区|村|乡镇|集镇|场所|机构|班级|党组织|商圈|楼宇)");

    /** 每两年评选一次 is a rhythm. */
    private static final Pattern NOT_YEARLY = Pattern.compile("每(?:半年|[两二三四五2345]年|个?季度?|个?月|周|天|日)|[两二三四五]年一次");

    private static final Pattern EACH = Pattern.compile("每一?[个所家村乡镇名支座县校处街社旗]");
    private static final Pattern EACH_OF_ALL =
            Pattern.compile("(?:所有|全部|全体|各|每一?[个所家])[^，。；“”]{1,24}?(?:均|都(?!市)|全部)(?!衡|等|可)[^，。；]{2,}"
                    + "|均(?:配备|配齐|建有|建成|设立|建立|开设|设有|配有|开展|纳入|成立|实现)");

    private final Passage passage;
    private final String text;
    private final int firstYear;
    private final List<Target> found = new ArrayList<>();

    private Targets(Passage passage, int firstYear) {
        this.passage = passage;
        this.text = passage.folded();
        this.firstYear = firstYear;
    }

    /** @param firstYear first year of the plan: what lies before it is past */
    static List<Target> in(Passage passage, int firstYear) {
        var targets = new Targets(passage.sub(0, Math.min(LOOKED_AT, passage.length())), firstYear);
        int from = 0;
        while (from < targets.passage.length()) {
            int to = Sentences.indexOf(targets.passage, "。！？", from);
            targets.sentence(from, to);
            from = to + 1;
        }
        return targets.found;
    }

    private void sentence(int from, int to) {
        var sentence = passage.sub(from, to);
        var windows = TimeWindow.in(sentence.folded(), firstYear);
        int clause = 0;
        while (clause < sentence.length()) {
            int end = Sentences.indexOf(sentence, CLAUSE_ENDS, clause);
            clause(sentence, clause, end, windows);
            clause = end + 1;
        }
    }

    private void clause(Passage sentence, int from, int to, List<TimeWindow> windows) {
        var clause = sentence.sub(from, to);
        var quantities = Quantity.in(clause).stream()
                .filter(quantity -> !isQuoted(clause.folded(), quantity.from()))
                .toList();
        int counted = 0;
        boolean all = false;
        int previousEnd = 0;
        Operator previous = null;
        for (int i = 0; i < quantities.size(); i++) {
            var quantity = quantities.get(i);
            int next = i + 1 < quantities.size() ? quantities.get(i + 1).from() : clause.length();
            var before = clause.folded().substring(Math.max(previousEnd, quantity.from() - NEAR), quantity.from());
            var after = clause.folded().substring(quantity.to(), Math.min(next, quantity.to() + NEAR));
            previousEnd = quantity.to();
            boolean stands =
                    !HAPPENS.contains(quantity.unit()) && STANDS.matcher(before).find();
            var window = windowAt(windows, sentence.folded(), from, from + quantity.from(), to, stands);
            boolean dated = window == Window.BY_DATE || window == Window.PERIOD;
            if (window == null || isBaseline(clause.folded(), quantity, before, after, dated)) {
                continue;
            }
            var stated = OperatorWords.of(before, after);
            if (stated == null && !dated && HAD.matcher(before).find()) {
                continue;
            }
            if (stated == null && previous != null && before.startsWith("、")) {
                stated = previous;
            }
            if (isOnlyMentioned(quantity, before, after, stated)
                    || !isPromise(clause.folded(), quantity, stated, window)) {
                continue;
            }
            previous = stated;
            var operator = operator(quantity, stated, clause.folded());
            add(sentence, from, to, quantity.value(), quantity.unit(), operator, window);
            counted++;
            all |= operator == Operator.ALL;
        }
        if (!all) {
            all(sentence, from, to, windows, counted > 0);
        }
    }

    /** 全覆盖, 所有…均; where the clause counts something, each of all is no promise of its own. */
    private void all(Passage sentence, int from, int to, List<TimeWindow> windows, boolean counted) {
        var clause = sentence.sub(from, to).folded();
        var covers = COVERS_ALL.matcher(clause);
        boolean promised = covers.find() && !isQuoted(clause, covers.start());
        if (!promised && !counted) {
            var each = EACH_OF_ALL.matcher(clause);
            promised = each.find() && !isQuoted(clause, each.start());
        }
        var window = windowAt(windows, sentence.folded(), from, to, to, false);
        if (promised && window != null && !DONE_BY_NOW.matcher(clause).find()) {
            add(sentence, from, to, HUNDRED, "%", Operator.ALL, window);
        }
    }

    private void add(
            Passage sentence, int from, int to, BigDecimal value, String unit, Operator operator, Window window) {
        var quote = sentence.sub(quoteStart(sentence, from), to);
        if (operator == Operator.ALL) {
            found.add(new Target(quote.raw(), operator, HUNDRED, "%", window, quote.span()));
        } else {
            found.add(new Target(quote.raw(), operator, value, unit, window, quote.span()));
        }
    }

    /** “十四五”期间， belongs to what it dates. */
    private int quoteStart(Passage sentence, int clause) {
        if (clause < 2 || sentence.folded().charAt(clause - 1) != '，') {
            return clause;
        }
        int above = 0;
        for (int i = clause - 2; i >= 0; i--) {
            if (CLAUSE_ENDS.indexOf(sentence.folded().charAt(i)) >= 0) {
                above = i + 1;
                break;
            }
        }
        var before = sentence.folded().substring(above, clause - 1);
        var windows = TimeWindow.in(before, firstYear);
        boolean onlyTime = windows.size() == 1
                && before.length()
                                - (windows.getFirst().to() - windows.getFirst().from())
                        <= 3;
        return onlyTime ? above : clause;
    }

    private static Operator operator(Quantity quantity, @Nullable Operator stated, String clause) {
        boolean percent = quantity.unit().equals("%");
        if (percent && quantity.value().compareTo(HUNDRED) == 0 && stated != Operator.AT_MOST) {
            return Operator.ALL;
        }
        if (stated != null) {
            return stated;
        }
        boolean people = quantity.unit().equals("人")
                || quantity.unit().equals("名")
                || quantity.unit().equals("人次");
        boolean trained = people && (clause.contains("训") || clause.contains("培养") || clause.contains("培育"));
        boolean growing = (percent || quantity.unit().equals("百分点")) && OperatorWords.grows(clause);
        boolean each = EACH.matcher(clause).find();
        return trained || growing || each || quantity.range() ? Operator.AT_LEAST : Operator.EXACTLY;
    }

    private static boolean isPromise(String clause, Quantity quantity, @Nullable Operator stated, Window window) {
        if (stated != null) {
            return true;
        }
        var unit = quantity.unit();
        if (unit.equals("天") || unit.equals("小时") || unit.equals("分钟") || unit.equals("工作日") || unit.equals("倍")) {
            return false;
        }
        if (quantity.digits()) {
            return true;
        }
        boolean acts = ACT.matcher(clause).find();
        boolean one = quantity.value().compareTo(BigDecimal.ONE) == 0;
        boolean each =
                clause.contains("每") && !(one && NOT_YEARLY.matcher(clause).find());
        return acts && !quantity.roundName() && (window != Window.NONE || each || !one);
    }

    private static boolean isOnlyMentioned(Quantity quantity, String before, String after, @Nullable Operator stated) {
        boolean people = quantity.unit().equals("人") || quantity.unit().equals("名");
        return stated == null && AT_HAND.matcher(before).find()
                || before.endsWith("每")
                || people && KIND_OF.matcher(after).find();
    }

    private static boolean isBaseline(String clause, Quantity quantity, String before, String after, boolean dated) {
        if ((dated ? DONE_BY_NOW : DONE).matcher(before).find()) {
            return true;
        }
        var near = before.substring(Math.max(0, before.length() - 16));
        if (BASELINE_AFTER.matcher(after).find()) {
            return true;
        }
        var matcher = BASELINE.matcher(near);
        return matcher.find()
                && (near.substring(matcher.start()).contains("年")
                        || after.contains("到")
                        || after.contains("至")
                        || after.contains("基础上"))
                && clause.length() > quantity.to();
    }

    /**
     * The last expression of time before this place, in its clause or carried over from an earlier one; otherwise one behind it.
     * {@code null} where that is the past.
     */
    private static @Nullable Window windowAt(
            List<TimeWindow> windows, String sentence, int clauseFrom, int place, int clauseTo, boolean stands) {
        TimeWindow last = null;
        for (var window : windows) {
            boolean carried = window.from() < clauseFrom;
            boolean tooFar = carried
                    && (stands || sentence.substring(window.from(), clauseFrom).contains("；"));
            boolean recurring = window.window() == Window.YEAR
                    || window.window() == Window.SEMESTER
                    || window.window() == Window.NONE;
            if (window.from() < place && !(tooFar && recurring)) {
                last = window;
            }
        }
        if (last == null) {
            last = windows.stream()
                    .filter(window -> window.from() >= place && window.from() < clauseTo)
                    .findFirst()
                    .orElse(null);
        }
        return last == null ? Window.NONE : last.window();
    }

    /** Inside quotes or a title a number belongs to a name. */
    private static boolean isQuoted(String clause, int place) {
        int open = Math.max(clause.lastIndexOf('“', place), clause.lastIndexOf('《', place));
        if (open >= 0) {
            int close = clause.indexOf(clause.charAt(open) == '“' ? '”' : '》', open);
            if (close > place) {
                return true;
            }
        }
        long straight = clause.substring(0, place).chars().filter(c -> c == '"').count();
        return straight % 2 == 1 && clause.indexOf('"', place) > place;
    }
}
