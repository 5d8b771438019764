package org.kepu.plandoc.grammar;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;

/**
 * A number in its clause: whether it is promised, or told of the past, or only mentioned.
 *
 * @param before what stands before it, behind the number before
 * @param after what stands behind it, before the next number
 */
record Promise(Quantity quantity, String clause, String before, String after) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
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
    /** 依托12家院所: what there is to work with. */
    private static final Pattern AT_HAND = Pattern.compile("(?:依托|利用|围绕|结合|根据|按照|针对|聚焦|面向|用好)[^，。；建设办造开培组训]{0,6}$");
    /** 500人以上的企业: a kind of firm. */
    private static final Pattern KIND_OF =
            Pattern.compile("^(?:及)?以上(?:的)?(?:规模)?的?(?:企业|园区|单位|学校|社区|小区|村|乡镇|集镇|场所|机构|班级|党组织|商圈|楼宇)");
    /** 每两年评选一次 is a rhythm. */
    private static final Pattern NOT_YEARLY = Pattern.compile("每(?:半年|[两二三四五2345]年|个?季度?|个?月|周|天|日)|[两二三四五]年一次");

    private static final Pattern EACH = Pattern.compile("每一?[个所家村乡镇名支座县校处街社旗]");

    /** @param previous what bound the number before this one; 、 hands it on */
    @Nullable
    Operator stated(@Nullable Operator previous) {
        var stated = OperatorWords.of(before, after);
        return stated == null && before.startsWith("、") ? previous : stated;
    }

    boolean isMade(@Nullable Operator stated, Window window) {
        boolean dated = window == Window.BY_DATE || window == Window.PERIOD;
        boolean had = OperatorWords.of(before, after) == null
                && !dated
                && HAD.matcher(before).find();
        return quantity.value().signum() != 0
                && !had
                && !isBaseline(dated)
                && !isOnlyMentioned(stated)
                && isMeant(stated, window);
    }

    /** Whether a clause speaks of what there is by now. */
    static boolean isDone(String clause) {
        return DONE_BY_NOW.matcher(clause).find();
    }

    Operator operator(@Nullable Operator stated) {
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

    private boolean isMeant(@Nullable Operator stated, Window window) {
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

    private boolean isOnlyMentioned(@Nullable Operator stated) {
        boolean people = quantity.unit().equals("人") || quantity.unit().equals("名");
        return stated == null && AT_HAND.matcher(before).find()
                || before.endsWith("每")
                || people && KIND_OF.matcher(after).find();
    }

    private boolean isBaseline(boolean dated) {
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
}
