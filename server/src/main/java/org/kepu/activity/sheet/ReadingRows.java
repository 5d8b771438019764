package org.kepu.activity.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Described;
import org.kepu.activity.Planned;
import org.kepu.activity.desk.ActivityForm;
import org.kepu.activity.desk.SessionForm;
import org.kepu.body.Body;
import org.kepu.region.sheet.Rejections;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RowError;
import org.springframework.validation.FieldError;
import org.springframework.validation.SimpleErrors;

/** Reads the rows of one file into the very forms that a clerk fills in, and lets these say what is wrong. Each row is told all of it at once. */
final class ReadingRows {

    private static final Pattern BETWEEN = Pattern.compile("[、,，;；]+");
    private static final int LONGEST_NUMBER = 60;
    private static final int SHOWN = 30;

    private final SheetWords words;
    private final Rejections rejections;
    private final Map<String, List<Body>> bodies = new HashMap<>();
    private final Map<RegionCode, List<RegionCode>> upward = new HashMap<>();

    ReadingRows(SheetWords words, Rejections rejections) {
        this.words = words;
        this.rejections = rejections;
    }

    /** A row that is sound in itself. */
    record Sound(SheetRow row, Described told, Planned planned) {}

    /** Those of a piece that are sound. Names of bodies are asked for together. */
    List<Sound> read(List<SheetRow> piece) {
        var unknown = piece.stream()
                .flatMap(row -> parts(row.cell(SheetColumn.ORGANISERS)).stream())
                .filter(name -> !bodies.containsKey(name))
                .distinct()
                .toList();
        unknown.forEach(name -> bodies.put(name, List.of()));
        bodies.putAll(words.bodies(unknown));
        return piece.stream().flatMap(row -> new OneRow(row).sound().stream()).toList();
    }

    private static List<String> parts(String cell) {
        return BETWEEN.splitAsStream(cell)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The row being read. */
    private final class OneRow {

        private final SheetRow row;
        private final Set<SheetColumn> told = EnumSet.noneOf(SheetColumn.class);

        OneRow(SheetRow row) {
            this.row = row;
        }

        private void reject(SheetColumn column, String reason, Object... details) {
            if (told.add(column)) {
                rejections.add(RowError.of(row.line(), column.heading(), reason, details));
            }
        }

        private String one(SheetColumn column, String reason, Function<String, Optional<String>> reader) {
            var written = row.cell(column);
            if (written.isEmpty()) {
                return "";
            }
            var read = reader.apply(written);
            if (read.isEmpty()) {
                reject(column, reason, shortened(written));
            }
            return read.orElse("");
        }

        private List<String> several(SheetColumn column, String reason, Function<String, Optional<String>> reader) {
            var all = new ArrayList<String>();
            for (var part : parts(row.cell(column))) {
                reader.apply(part).ifPresentOrElse(all::add, () -> reject(column, reason, shortened(part)));
            }
            return all;
        }

        Optional<Sound> sound() {
            if (row.number().length() > LONGEST_NUMBER) {
                reject(SheetColumn.NUMBER, "sheet.row.number", LONGEST_NUMBER);
            }
            Arrays.stream(SheetColumn.values())
                    .filter(column -> column.needed() && row.cell(column).isEmpty())
                    .forEach(column -> reject(column, "sheet.row.blank"));
            var region = RegionCode.read(row.cell(SheetColumn.REGION)).orElse(null);
            var activity = activity(region);
            var session = session();
            var errors = new SimpleErrors(activity);
            words.check(activity, errors);
            tell(errors);
            var times = new SimpleErrors(session);
            session.check(times);
            tell(times);
            return told.isEmpty()
                    ? Optional.of(new Sound(row, activity.described(), session.planned()))
                    : Optional.empty();
        }

        private void tell(SimpleErrors errors) {
            for (FieldError error : errors.getFieldErrors()) {
                if (error.getField().equals("ends") && told.contains(SheetColumn.DAY)) {
                    continue; // without a day it cannot but be wrong
                }
                var details = error.getArguments();
                reject(
                        SheetColumn.of(error.getField()),
                        String.valueOf(error.getCode()),
                        details == null ? new Object[0] : details);
            }
        }

        private ActivityForm activity(@Nullable RegionCode region) {
            return new ActivityForm(
                    row.cell(SheetColumn.TITLE),
                    one(SheetColumn.KIND, "sheet.row.kind", words::kind),
                    one(SheetColumn.CAMPAIGN, "sheet.row.campaign", words::campaign),
                    row.cell(SheetColumn.SUMMARY),
                    several(SheetColumn.AUDIENCES, "sheet.row.audience", words::audience),
                    region == null ? "" : region.value(),
                    one(SheetColumn.PLACE_KIND, "sheet.row.place-kind", words::placeKind),
                    row.cell(SheetColumn.PLACE),
                    row.cell(SheetColumn.WAY),
                    row.cell(SheetColumn.LATITUDE),
                    row.cell(SheetColumn.LONGITUDE),
                    row.cell(SheetColumn.ACCESS),
                    row.cell(SheetColumn.SAFETY),
                    row.cell(SheetColumn.TELEPHONE),
                    several(SheetColumn.ORGANISERS, "sheet.row.body", name -> body(name, region)),
                    several(SheetColumn.MEASURES, "sheet.row.measure", title -> measure(title, region)),
                    0,
                    "");
        }

        private Optional<String> body(String name, @Nullable RegionCode region) {
            var called = bodies.getOrDefault(name, List.of());
            var way = called.size() < 2 || region == null
                    ? List.<RegionCode>of()
                    : upward.computeIfAbsent(region, words::upward);
            return words.meant(called, way).map(body -> body.id().toString());
        }

        private Optional<String> measure(String title, @Nullable RegionCode region) {
            return region == null ? Optional.empty() : words.measure(title, region);
        }

        private SessionForm session() {
            return new SessionForm(
                    one(
                            SheetColumn.DAY,
                            "sheet.row.day",
                            day -> Written.day(day).map(Object::toString)),
                    one(
                            SheetColumn.BEGINS,
                            "sheet.row.time",
                            time -> Written.time(time).map(Object::toString)),
                    one(
                            SheetColumn.LAST_DAY,
                            "sheet.row.day",
                            day -> Written.day(day).map(Object::toString)),
                    one(
                            SheetColumn.ENDS,
                            "sheet.row.time",
                            time -> Written.time(time).map(Object::toString)),
                    row.cell(SheetColumn.CAPACITY),
                    row.cell(SheetColumn.PER_PERSON).isEmpty() ? "2" : row.cell(SheetColumn.PER_PERSON),
                    one(SheetColumn.WAITS, "sheet.row.yes-no", SheetWords::yes).equals("true"),
                    "",
                    false,
                    "",
                    "",
                    "",
                    "");
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }
}
