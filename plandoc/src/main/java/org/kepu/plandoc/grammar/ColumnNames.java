package org.kepu.plandoc.grammar;

import java.util.List;
import java.util.regex.Pattern;

/** What the head of a responsibility table calls its columns. */
enum ColumnNames {
    ORDINAL("序号|编号|序"),
    LEAD("牵头.{0,8}|主责.{0,6}|主办.{0,6}|负责单位.{0,4}|负责部门|总?牵头(?:责任)?(?:单位|部门)"),
    JOIN("(?:责任|配合|参与|参加|协同|协办|协助|成员|承办|落实|支持|相关|实施|其他).{0,6}(?:单位|部门|主体|机构).{0,6}|责任分工|分工"),
    TIME(".{0,4}(?:时限|时间|进度|年限|期限).{0,6}|备注"),
    CONTENT("(?:具体|主要|工作|重点|任务|目标|推进|落实)?(?:措施|内容|举措|要求|工作内容|任务内容|任务目标|目标任务|工作措施|任务措施).{0,4}"),
    PROGRAMME(".{0,6}(?:行动|工程).{0,12}|类别|分类|项目|板块|领域|人群"),
    TASK("(?:主要|重点|工作|具体)?(?:任务|工作|事项|任务名称|工作任务|任务事项).{0,4}");

    private final Pattern shape;

    ColumnNames(String shape) {
        this.shape = Pattern.compile(shape);
    }

    boolean isName(Passage cell) {
        return !cell.isEmpty()
                && cell.length() <= 16
                && shape.matcher(cell.folded()).matches();
    }

    static boolean isAnyName(Passage cell) {
        for (var name : values()) {
            if (name.isName(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Whether these cells are the head of a responsibility table: most are names of columns, one of them of bodies. */
    static boolean isHead(List<Passage> cells) {
        long named = cells.stream().filter(ColumnNames::isAnyName).count();
        boolean bodies = cells.stream().anyMatch(cell -> LEAD.isName(cell) || JOIN.isName(cell));
        long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
        return bodies && named >= 2 && named * 2 > filled;
    }
}
