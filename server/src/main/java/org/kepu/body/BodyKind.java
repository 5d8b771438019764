package org.kepu.body;

import java.util.regex.Pattern;

/**
 * What sort of organisation a body is. The order is that of {@link #guess}: the first kind whose words the name ends with or holds.
 */
public enum BodyKind {
    /** 学校：幼儿园 to university. */
    SCHOOL("(大学|学院|学校|中学|小学|幼儿园|一中|二中|三中|实验校)$"),
    /** 场馆：科技馆、博物馆、图书馆、文化馆、科普教育基地. */
    VENUE("(馆|展览中心|文化宫|少年宫|青少年宫|活动中心|科普教育基地|科普基地|植物园|动物园|天文台)$"),
    /** 媒体：报社、广播电视台、融媒体中心. */
    MEDIA("(融媒体中心|传媒中心|报社|日报|晚报|电视台|广播电台|新闻网|出版社|杂志社)$|报业|传媒集团"),
    /** 基层自治组织：嘎查村民委员会、社区居民委员会. */
    GRASSROOTS("(村民委员会|村委会|居民委员会|居委会|嘎查|社区|嘎查委员会)$"),
    /** 群团：工会、共青团、妇联、科协、残联 … */
    MASS_ORGANISATION(
            "(总工会|工会|妇联|妇女联合会|科协|科学技术协会|残联|残疾人联合会|工商联|工商业联合会|社科联|社会科学界?联合会|文联|文学艺术界联合会|侨联|红十字会|作协|记协|团[区市盟旗县]?委)$|^共青团|^团委"),
    /** 党委机关. */
    PARTY("(党委|[区市盟旗县]委).*(部|办|办公室|局|委|委员会|党校|工委)$|^中共|(组织部|宣传部|统战部|政法委|网信办|党校|老干部?局)$"),
    /** 一级政府及其派出机关：人民政府、行政公署、街道办事处. */
    GOVERNMENT("(人民政府|政府|行政公署|街道办事处|街道)$"),
    /** 垂直管理的机构：气象、地震、消防、税务、海关. */
    VERTICAL_OFFICE("(气象|地震|税务|海关|邮政管理|消防救援|边检|出入境边防检查).*(局|台|站|队|海关|总站|支队|大队)$"),
    /** 企业. */
    ENTERPRISE("(公司|集团|企业|厂|银行|支行|合作社|矿业|电厂)$"),
    /** 事业单位：研究院所、医院、各类中心、站. */
    INSTITUTION("(研究院|研究所|科学院|科学技术研究院|医院|卫生院|中心|站|所|院|编辑部)$"),
    /** 政府部门. */
    DEPARTMENT("(厅|局|分局|委|委员会|办|办公室|管委会)$"),
    /** 社会组织：学会、协会、基金会、志愿服务队. */
    ASSOCIATION("(学会|协会|研究会|联合会|促进会|商会|基金会|志愿服务队|志愿者协会|总队|支队|联盟)$"),
    /** 其他. */
    OTHER("(?!)");

    private final Pattern words;

    BodyKind(String words) {
        this.words = Pattern.compile(words);
    }

    /** The kind that a name speaks of; {@link #OTHER} if it speaks of none. A person may set it right. */
    public static BodyKind guess(String name) {
        for (var kind : values()) {
            if (kind.words.matcher(name).find()) {
                return kind;
            }
        }
        return OTHER;
    }

    /** The key of the kind's name on screen. */
    public String messageKey() {
        return "body.kind." + name();
    }
}
