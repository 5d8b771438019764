package org.kepu.activity.door;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Timespan;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.page.Flash;
import org.kepu.page.Page;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The door as it is shown: to those who keep it, and to their telephones. */
@Component
public class DoorViews {

    /** The camera is for this page alone; everything else stays shut as on every page. */
    private static final String CAMERA =
            "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Terms terms;
    private final JsonMapper json;
    private final Clock clock;

    DoorViews(Terms terms, JsonMapper json, Clock clock) {
        this.terms = terms;
        this.json = json;
        this.clock = clock;
    }

    /** How many just came of an audience, with its name. */
    public record Counter(String code, String name, DoorList.WalkIns now) {

        public int all() {
            return now.own() + now.others();
        }
    }

    /**
     * The page at the door.
     *
     * @param path of the page, below which it sends
     * @param back to the session; null for a helper
     * @param scan the number of what is typed next
     * @param kept whether it is the copy that a telephone keeps: it holds nothing of who fetched it
     */
    public record DoorView(
            DoorList list,
            List<Counter> counters,
            String path,
            @Nullable String back,
            UUID scan,
            boolean kept) {}

    /** A scan with the sentence that it was answered. */
    public record Line(Scan scan, String words) {}

    /** What a telephone keeps, and the token with which it sends. */
    record ListJson(
            UUID session,
            Instant keep,
            boolean over,
            Token token,
            String key,
            int rounds,
            List<DoorList.Expected> expected) {}

    record Token(String name, String value) {}

    /** What was answered to a telephone. */
    record ToldJson(List<Answered> scans, List<DoorList.WalkIns> walkIns, int present) {}

    /** @param at when it was shown, by our clock */
    record Answered(UUID scan, Answer answer, String words, Instant at) {}

    String door(
            DoorList list,
            List<DoorList.WalkIns> walkIns,
            String path,
            @Nullable String back,
            boolean kept,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Permissions-Policy", CAMERA);
        model.addAttribute("view", new DoorView(list, counters(list, walkIns), path, back, UUID.randomUUID(), kept));
        return "door/door";
    }

    /** What was typed is no code: the page again, with what was typed. */
    static void wrong(String typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("typed", typed);
    }

    private List<Counter> counters(DoorList list, List<DoorList.WalkIns> walkIns) {
        var counted = walkIns.stream().collect(Collectors.toMap(DoorList.WalkIns::audience, one -> one));
        return list.audiences().stream()
                .map(code -> new Counter(
                        code,
                        terms.audience(code).map(Term::name).orElse(code),
                        counted.getOrDefault(code, new DoorList.WalkIns(code, 0, 0, 0))))
                .toList();
    }

    /** Counters of audiences, with their names. */
    List<Counter> counters(List<DoorList.WalkIns> walkIns) {
        return walkIns.stream()
                .map(one -> new Counter(
                        one.audience(),
                        terms.audience(one.audience()).map(Term::name).orElse(one.audience()),
                        one))
                .toList();
    }

    static ResponseEntity<ListJson> list(DoorList list, DoorList.Known known, Page page) {
        var token = page.csrf().map(one -> new Token(one.getParameterName(), one.getToken()));
        return ResponseEntity.ok(new ListJson(
                list.session().id().value(),
                list.keep(),
                list.over(),
                token.orElseThrow(),
                known.key(),
                known.rounds(),
                known.expected()));
    }

    static ResponseEntity<ToldJson> told(DoorList.Told told, Page page) {
        return ResponseEntity.ok(new ToldJson(
                told.scans().stream()
                        .map(scan -> new Answered(scan.id(), scan.answer(), words(scan, page), scan.corrected()))
                        .toList(),
                told.walkIns(),
                told.present()));
    }

    /** What a telephone has sent; nothing if no telephone of ours sends so. */
    Optional<Batch> batch(String sent) {
        try {
            return Optional.of(json.readValue(sent, Batch.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** A code that was typed, with or without spaces; nothing if it has not twelve digits. */
    Optional<Typed> typed(String scan, String code) {
        var bare = code.replaceAll("[\\s-]", "");
        return bare.matches("\\d{12}") ? Optional.of(Typed.code(id(scan), bare, clock.instant())) : Optional.empty();
    }

    /** One number more, as the page showed it; nothing if it did not show that. */
    Optional<Typed> counted(String audience, String count, String turn) {
        return count.matches("\\d{1,5}") && turn.matches("\\d{1,9}") && !audience.isEmpty() && audience.length() <= 40
                ? Optional.of(Typed.count(
                        new Batch.Counted(audience, Integer.parseInt(count), Long.parseLong(turn) + 1),
                        clock.instant()))
                : Optional.empty();
    }

    /** What the next page says of one number more: somebody else may have counted from the same one. */
    static Flash counted(DoorList.Told told, Typed typed) {
        var asked = typed.counts().getFirst();
        return told.walkIns().stream()
                        .anyMatch(now -> now.audience().equals(asked.audience())
                                && now.turn() == asked.turn()
                                && now.own() == asked.count())
                ? Flash.success("door.counted")
                : Flash.warn("door.counted.overtaken");
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    List<Line> lines(List<Scan> scans, Page page) {
        return scans.stream().map(scan -> new Line(scan, words(scan, page))).toList();
    }

    /** The sentence that answers a scan, in the reader's language. */
    private static String words(Scan scan, Page page) {
        var of = scan.of();
        return switch (scan.answer()) {
            case NEW -> page.say("door.answer.NEW", scan.places());
            case ALREADY -> page.say("door.answer.ALREADY", scan.places(), when(scan), where(scan, page));
            case OTHER_SESSION ->
                of == null
                        ? page.say("door.answer.UNKNOWN")
                        : page.say(
                                "door.answer.OTHER_SESSION",
                                of.title(),
                                Timespan.of(of.starts(), of.ends(), page.locale()));
            case WAITING, CANCELLED, UNKNOWN -> page.say(scan.answer().messageKey());
        };
    }

    /** The same as what the next page says of it. */
    static Flash flash(DoorList.Told told, Page page) {
        var scan = told.scans().getFirst();
        var words = words(scan, page);
        return scan.answer() == Answer.NEW ? Flash.success("door.answered", words) : Flash.warn("door.answered", words);
    }

    /** By the clock on the wall. */
    private static String when(Scan scan) {
        var since = scan.since();
        return since == null ? "" : TIME.format(since.atZone(ZoneId.of("Asia/Shanghai")));
    }

    private static String where(Scan scan, Page page) {
        var device = scan.where();
        return device == null ? page.say("door.where.list") : page.say("door.where", Scan.called(device));
    }

    /** The worker that answers for this one page where there is no line: it may do so for nothing else. */
    static ResponseEntity<Resource> worker(String path) {
        return ResponseEntity.ok()
                .header("Service-Worker-Allowed", path)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .body(new ClassPathResource("static/door-worker.js"));
    }

    /** What is wrong with what a telephone has sent is nothing that a human could mend. */
    static ResponseEntity<Map<String, String>> unreadable() {
        return ResponseEntity.badRequest().body(Map.of("error", "unreadable"));
    }
}
