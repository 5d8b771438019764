package org.kepu.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The leading group of a region on the desk: its members on a day, who stands for them, and the governments below. */
@Controller
@RequestMapping("/desk/bodies/groups/{code}")
class GroupPages {

    private static final String PHONE = "[0-9+() -]{0,30}";

    private final LeadingGroups groups;
    private final KeepingGroups keeping;
    private final Delegates delegates;
    private final Bodies bodies;
    private final Regions regions;
    private final Clock clock;

    GroupPages(
            LeadingGroups groups,
            KeepingGroups keeping,
            Delegates delegates,
            Bodies bodies,
            Regions regions,
            Clock clock) {
        this.groups = groups;
        this.keeping = keeping;
        this.delegates = delegates;
        this.bodies = bodies;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    String group(
            @May(Right.DESK) Scope scope,
            Desk desk,
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Model model) {
        var region = region(code);
        var day = Objects.requireNonNullElse(on, LocalDate.now(clock));
        var persons = delegates.masked(scope, region.code(), day);
        var members = groups.members(region.code(), day).stream()
                .map(member -> member.with(persons.getOrDefault(member.body().id(), List.of())))
                .toList();
        var inside = members.stream().map(member -> member.body().id()).toList();
        model.addAttribute("region", region);
        model.addAttribute("day", day);
        model.addAttribute("members", members);
        model.addAttribute(
                "others",
                bodies.in(region.code()).stream()
                        .filter(body -> !inside.contains(body.id()))
                        .toList());
        model.addAttribute("missing", groups.missing(BodyGroup.SUMU_GOVERNMENTS, region.code(), day));
        model.addAttribute("keeps", regions.reaches(desk.scope(Right.KEEP_BODIES), region.code()));
        model.addAttribute("exports", regions.reaches(desk.scope(Right.EXPORT_PERSONAL), region.code()));
        model.addAttribute("opens", regions.reaches(desk.scope(Right.READ_PERSONAL), region.code()));
        return "body/group";
    }

    @PostMapping("/members")
    String join(
            @May(Right.KEEP_BODIES) Scope scope,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable BodyId body,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate since,
            RedirectAttributes redirect) {
        var region = ours(scope, code);
        var known = body == null ? null : bodies.find(body).orElse(null);
        if (known == null || since == null) {
            return back(region, redirect, Flash.warn("body.group.incomplete"));
        }
        return back(
                region,
                redirect,
                keeping.join(scope, region.code(), known, since, null)
                        ? Flash.success("body.group.joined", known.name())
                        : Flash.warn("body.group.already", known.name()));
    }

    @PostMapping("/members/{body}/end")
    String leave(
            @May(Right.KEEP_BODIES) Scope scope,
            @PathVariable String code,
            @PathVariable BodyId body,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            RedirectAttributes redirect) {
        var region = ours(scope, code);
        var known = bodies.find(body).orElseThrow(NotFound::new);
        if (from == null) {
            return back(region, redirect, Flash.warn("body.group.incomplete"));
        }
        return back(
                region,
                redirect,
                keeping.leave(scope, region.code(), known, from)
                        ? Flash.success("body.group.left", known.name())
                        : Flash.warn("body.group.not-member", known.name()));
    }

    @PostMapping("/members/{body}/delegates")
    String appoint(
            @May(Right.KEEP_BODIES) Scope scope,
            @PathVariable String code,
            @PathVariable BodyId body,
            @RequestParam Delegate.Part part,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate since,
            RedirectAttributes redirect) {
        var region = ours(scope, code);
        var known = bodies.find(body).orElseThrow(NotFound::new);
        if (since == null
                || name.isBlank()
                || name.strip().length() > 40
                || post.strip().length() > 60) {
            return back(region, redirect, Flash.warn("body.group.incomplete"));
        }
        if (!phone.strip().matches(PHONE)) {
            return back(region, redirect, Flash.warn("body.group.phone"));
        }
        var delegate = new Delegate(part, name, post, phone, since);
        return back(
                region,
                redirect,
                delegates.appoint(scope, region.code(), known, delegate)
                        ? Flash.success("body.group.appointed", known.name())
                        : Flash.warn("body.group.not-member", known.name()));
    }

    @PostMapping("/governments")
    String registerGovernments(
            @May(Right.KEEP_BODIES) Scope scope, @PathVariable String code, RedirectAttributes redirect) {
        var region = ours(scope, code);
        var count = keeping.registerMissing(scope, BodyGroup.SUMU_GOVERNMENTS, region.code(), LocalDate.now(clock));
        return back(region, redirect, Flash.success("body.group.registered", count));
    }

    private Region region(String code) {
        return RegionCode.read(code).flatMap(regions::find).orElseThrow(NotFound::new);
    }

    private Region ours(Scope scope, String code) {
        var region = region(code);
        if (!regions.reaches(scope, region.code())) {
            throw new NotFound();
        }
        return region;
    }

    private static String back(Region region, RedirectAttributes redirect, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/bodies/groups/" + region.code();
    }
}
