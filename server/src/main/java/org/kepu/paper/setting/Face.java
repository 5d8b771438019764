package org.kepu.paper.setting;

import java.util.List;

/**
 * The four faces of official documents. Word asks for them by name; a PDF carries the first of the files that is found.
 *
 * @see Style
 */
public enum Face {
    /** 小标宋, of titles. */
    TITLE(
            "方正小标宋简体",
            "华文中宋",
            "roman",
            List.of(
                    "FZXBSJW.TTF",
                    "FZXBSK.TTF",
                    "方正小标宋简体.ttf",
                    "STZHONGS.TTF",
                    "NotoSerifCJK-Bold.ttc#NotoSerifCJKsc-Bold",
                    "NotoSerifSC-Bold.otf",
                    "SourceHanSerifSC-Bold.otf",
                    "simsun.ttc#SimSun",
                    "uming.ttc#UMingCN")),
    /** 仿宋, of the text. */
    TEXT(
            "仿宋_GB2312",
            "仿宋",
            "modern",
            List.of(
                    "仿宋_GB2312.ttf",
                    "simfang.ttf",
                    "FZFSK.TTF",
                    "STFANGSO.TTF",
                    "FandolFang-Regular.otf",
                    "NotoSerifCJK-Regular.ttc#NotoSerifCJKsc-Regular",
                    "NotoSerifSC-Regular.otf",
                    "SourceHanSerifSC-Regular.otf",
                    "simsun.ttc#SimSun",
                    "uming.ttc#UMingCN")),
    /** 黑体, of headings of the first level and of the heads of tables. */
    BLACK(
            "黑体",
            "微软雅黑",
            "swiss",
            List.of(
                    "simhei.ttf",
                    "FZHTK.TTF",
                    "STXIHEI.TTF",
                    "FandolHei-Regular.otf",
                    "NotoSansCJK-Medium.ttc#NotoSansCJKsc-Medium",
                    "NotoSansCJK-Bold.ttc#NotoSansCJKsc-Bold",
                    "NotoSansSC-Bold.otf",
                    "SourceHanSansSC-Bold.otf",
                    "wqy-zenhei.ttc#WenQuanYiZenHei")),
    /** 楷体, of headings of the second level. */
    BRUSH(
            "楷体_GB2312",
            "楷体",
            "script",
            List.of(
                    "楷体_GB2312.ttf",
                    "simkai.ttf",
                    "FZKTK.TTF",
                    "STKAITI.TTF",
                    "FandolKai-Regular.otf",
                    "gkai00mp.ttf",
                    "ukai.ttc#UKaiCN",
                    "NotoSerifCJK-SemiBold.ttc#NotoSerifCJKsc-SemiBold",
                    "NotoSerifCJK-Bold.ttc#NotoSerifCJKsc-Bold",
                    "NotoSerifSC-Bold.otf",
                    "SourceHanSerifSC-Bold.otf"));

    private final String wordName;
    private final String otherwise;
    private final String family;
    private final List<String> files;

    Face(String wordName, String otherwise, String family, List<String> files) {
        this.wordName = wordName;
        this.otherwise = otherwise;
        this.family = family;
        this.files = files;
    }

    /** What Word is asked for. */
    public String wordName() {
        return wordName;
    }

    /** What Word takes where it has no such font. */
    public String otherwise() {
        return otherwise;
    }

    /** Its kind as OOXML calls it, for where neither is there. */
    public String family() {
        return family;
    }

    /** Files in which it may be found, the best first; {@code #} names a face within a collection. */
    public List<String> files() {
        return files;
    }
}
