package org.kepu.activity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of a statement that tells of an activity. */
final class Columns {

    private Columns() {}

    static Map<String, Object> of(Described told) {
        var columns = new HashMap<String, Object>();
        columns.put("title", told.title());
        columns.put("kind", told.kind());
        put(columns, "campaign", told.campaign());
        columns.put("summary", told.summary());
        columns.put("audiences", told.audiences().toArray(String[]::new));
        columns.put("region", told.region().value());
        columns.put("placeKind", told.place().kind());
        columns.put("place", told.place().address());
        columns.put("way", told.place().way());
        put(columns, "latitude", told.place().latitude());
        put(columns, "longitude", told.place().longitude());
        columns.put("access", told.access());
        columns.put("safety", told.safety());
        columns.put("telephone", told.telephone());
        return columns;
    }

    /** Nothing is a value too: the statement has a place for it. */
    @SuppressWarnings("NullAway")
    static void put(Map<String, Object> columns, String name, @Nullable Object value) {
        columns.put(name, value);
    }
}
