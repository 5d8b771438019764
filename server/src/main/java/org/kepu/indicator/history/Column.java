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
    ORGANISERS("主办单位", false),
    TITLE("名称", true),
    VERSION("版本", false),
    /** Of the school, vehicle, base or venue that it is about. */
    THING_CODE("学校场馆等代码", false),
    THING_NAME("学校场馆等名称", false),
    THING_REGION("学校场馆等所在地区代码", false),
    /** Numbers of persons, of which only marks are kept. */
    PERSONS("参加人证件号或手机号", false);

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
