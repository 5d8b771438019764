package org.kepu.page;

import java.util.Arrays;
import java.util.List;

/** The doors of the two faces, in the order of the menus. A door is shown when there is a page behind it. */
public enum Door {
    PORTAL_HOME("/", "door.home", "home"),
    PORTAL_ACTIVITIES("/activities", "door.activities", "calendar"),
    PORTAL_ORDERS("/orders", "door.orders", "hand-click"),
    PORTAL_VOLUNTEER("/volunteer", "door.volunteer", "users"),
    PORTAL_PLANS("/plans", "door.plans", "file-text"),
    PORTAL_SEARCH("/search", "door.search", "search"),
    DESK_HOME("/desk", "door.todo", "clipboard-check"),
    DESK_PLANS("/desk/plans", "door.desk.plans", "file-text"),
    DESK_OVERVIEW("/desk/overview", "door.desk.overview", "eye"),
    DESK_LEDGER("/desk/ledger", "door.desk.ledger", "list-check"),
    DESK_ROUNDS("/desk/rounds", "door.desk.rounds", "calendar-due"),
    DESK_SUPERVISION("/desk/supervision", "door.desk.supervision", "flag"),
    DESK_EVALUATIONS("/desk/evaluations", "door.desk.evaluations", "archive"),
    DESK_ACTIVITIES("/desk/activities", "door.desk.activities", "calendar", "/desk/trainings", "/desk/schools"),
    DESK_ORDERS("/desk/orders", "door.desk.orders", "hand-click"),
    DESK_TEAMS("/desk/teams", "door.desk.teams", "users", "/desk/shifts", "/desk/hours"),
    DESK_EXPERTS("/desk/experts", "door.desk.experts", "book", "/desk/rosters", "/desk/demands", "/desk/tours"),
    DESK_INDICATORS("/desk/indicators", "door.desk.indicators", "chart-bar"),
    DESK_TARGETS("/desk/targets", "door.desk.targets", "target"),
    DESK_REGIONS("/desk/regions", "door.desk.regions", "sitemap"),
    DESK_BODIES("/desk/bodies", "door.desk.bodies", "building-community"),
    DESK_IMPORT("/desk/facts/import", "door.desk.import", "upload"),
    DESK_PEOPLE("/desk/people", "door.desk.people", "users"),
    DESK_OUTBOX("/desk/outbox", "door.desk.outbox", "send"),
    DESK_PRIVACY("/desk/privacy", "door.desk.privacy", "shield-lock"),
    DESK_AUDIT("/desk/audit", "door.desk.audit", "history");

    private final String path;
    private final String key;
    private final String icon;
    private final List<String> also;

    /** @param also other paths that lie behind it */
    Door(String path, String key, String icon, String... also) {
        this.path = path;
        this.key = key;
        this.icon = icon;
        this.also = List.of(also);
    }

    public String path() {
        return path;
    }

    public String key() {
        return key;
    }

    public String icon() {
        return icon;
    }

    /** Whether the page at this path lies behind the door. */
    public boolean leadsTo(String page) {
        return page.equals(path)
                || this != PORTAL_HOME && this != DESK_HOME && page.startsWith(path + "/")
                || also.stream().anyMatch(other -> page.equals(other) || page.startsWith(other + "/"));
    }

    static List<Door> portal() {
        return Arrays.stream(values()).filter(door -> !door.ofDesk()).toList();
    }

    static List<Door> desk() {
        return Arrays.stream(values()).filter(Door::ofDesk).toList();
    }

    private boolean ofDesk() {
        return path.startsWith("/desk");
    }
}
