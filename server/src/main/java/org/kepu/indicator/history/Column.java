package org.kepu.indicator.history;

import java.util.Locale;

/** A column of the file, by its heading in the template. */
public enum Column {
    ID("编号", true),
    KIND("种类", true),
    DAY("日期", true),
    REGION("地区代码", true),
    AUDIENCE("对象", false),
    PLACE("场所", false),
    RURAL("农村牧区", false),
    EVENTS("次数", false),
    ATTENDANCES("人次", false),
    MINUTES("分钟", false),
    MONEY("金额（元）", false),
    QUANTITY("数量", false),
    ORGANISERS("组织单位", false),
    TITLE("名称", true),
    VERSION("版本", false);

    private final String heading;
    private final boolean needed;

    Column(String heading, boolean needed) {
        this.heading = heading;
        this.needed = needed;
    }

    public String heading() {
        return heading;
    }

    /** The key of the sentence that says what goes into it. */
    public String messageKey() {
        return "history.column." + name();
    }

    boolean needed() {
        return needed;
    }

    boolean isCalled(String cell) {
        return cell.strip()
                .replace('(', '（')
                .replace(')', '）')
                .toLowerCase(Locale.ROOT)
                .equals(heading);
    }
}
