package org.kepu.activity.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of the table, by its heading in the form sheet, with the fields of the forms that it fills. */
public enum SheetColumn {
    /** The clerk's own number; rows of one number are sessions of one activity. */
    NUMBER("编号", true),
    TITLE("名称", true, "title"),
    KIND("种类", true, "kind"),
    AUDIENCES("面向", true, "audiences"),
    REGION("区划代码", true, "region"),
    PLACE("地点", true, "place"),
    DAY("日期", true, "day"),
    BEGINS("开始", true, "begins"),
    ENDS("结束", true, "ends"),
    LAST_DAY("最后一天", false, "lastDay"),
    CAPACITY("名额", false, "capacity"),
    PER_PERSON("每人名额", false, "perPerson"),
    WAITS("候补", false, "waits"),
    ORGANISERS("主办单位", false, "organisers"),
    MEASURES("对应措施", false, "measures"),
    CAMPAIGN("主题活动", false, "campaign"),
    PLACE_KIND("场所类型", false, "placeKind"),
    SUMMARY("介绍", false, "summary"),
    WAY("怎么去", false, "way"),
    ACCESS("无障碍", false, "access"),
    SAFETY("安全提示", false, "safety"),
    TELEPHONE("咨询电话", false, "telephone"),
    LATITUDE("纬度", false, "latitude"),
    LONGITUDE("经度", false, "longitude");

    /** Those that tell of a session; the others tell of its activity. */
    static final List<SheetColumn> OF_SESSION = List.of(DAY, BEGINS, ENDS, LAST_DAY, CAPACITY, PER_PERSON, WAITS);

    private static final Map<String, SheetColumn> BY_FIELD = Arrays.stream(values())
            .flatMap(column -> column.fields.stream().map(field -> Map.entry(field, column)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String heading;
    private final boolean needed;
    private final List<String> fields;

    SheetColumn(String heading, boolean needed, String... fields) {
        this.heading = heading;
        this.needed = needed;
        this.fields = List.of(fields);
    }

    public String heading() {
        return heading;
    }

    public boolean needed() {
        return needed;
    }

    /** The key of the sentence that says what goes into it. */
    public String messageKey() {
        return "sheet.column." + name();
    }

    /** The column that fills a field of a form. */
    static SheetColumn of(String field) {
        return BY_FIELD.getOrDefault(field, NUMBER);
    }

    /** Those that tell of an activity, but its number. */
    static Stream<SheetColumn> ofActivity() {
        return Arrays.stream(values()).filter(column -> column != NUMBER && !OF_SESSION.contains(column));
    }

    static Map<SheetColumn, Integer> places(List<String> headings) {
        return Arrays.stream(values())
                .filter(column -> place(headings, column) >= 0)
                .collect(Collectors.toMap(Function.identity(), column -> place(headings, column)));
    }

    private static int place(List<String> headings, SheetColumn column) {
        return headings.stream().map(String::strip).toList().indexOf(column.heading);
    }
}
