package org.kepu.activity.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import org.kepu.activity.Activities;
import org.kepu.activity.Vocabulary;
import org.kepu.activity.closing.CampaignFigures;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.page.Pager;
import org.kepu.page.SameForStrangers;
import org.kepu.page.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The campaigns and observances of a year: when they are, what is on in each, and what was done for them, in figures that open. */
@Controller
class CampaignPages {

    private static final int ROWS = 20;
    private static final int FIRST = 2000;
    private static final int LAST = 2149;

    private final Vocabulary vocabulary;
    private final CampaignFigures figures;
    private final Activities activities;
    private final Finding finding;
    private final Ground ground;
    private final SiteAddress site;
    private final Clock clock;

    CampaignPages(
            Vocabulary vocabulary,
            CampaignFigures figures,
            Activities activities,
            Finding finding,
            Ground ground,
            SiteAddress site,
            Clock clock) {
        this.vocabulary = vocabulary;
        this.figures = figures;
        this.activities = activities;
        this.finding = finding;
        this.ground = ground;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/activities/campaigns")
    @SameForStrangers
    String year(@RequestParam(defaultValue = "") String year, Model model) {
        var shown = read(year);
        var done = figures.of(shown);
        var coming = activities.coming();
        var lines = vocabulary.campaigns(shown).stream()
                .map(campaign -> new CampaignLine(
                        campaign,
                        CampaignStanding.of(campaign, LocalDate.now(clock)),
                        coming.getOrDefault(campaign.code(), 0L),
                        done.getOrDefault(campaign.code(), CampaignFigures.Sum.NONE)))
                .toList();
        model.addAttribute("year", shown.getValue());
        model.addAttribute("thisYear", Year.now(clock).getValue());
        model.addAttribute(
                "days", lines.stream().filter(line -> !line.campaign().lasts()).toList());
        model.addAttribute(
                "lasting",
                lines.stream().filter(line -> line.campaign().lasts()).toList());
        return "activity/campaigns";
    }

    @GetMapping("/activities/campaigns/{campaign}")
    @SameForStrangers
    String campaign(@PathVariable String campaign, @RequestParam(defaultValue = "") String year, Model model) {
        var shown = read(year);
        var found = vocabulary.campaign(campaign, shown).orElseThrow(NotFound::new);
        var lines = figures.of(campaign, shown);
        var next = finding.by(Filter.NONE.inCampaign(campaign), 1, ROWS);
        model.addAttribute("campaign", found);
        model.addAttribute("standing", CampaignStanding.of(found, LocalDate.now(clock)));
        model.addAttribute("year", shown.getValue());
        model.addAttribute("lines", lines);
        model.addAttribute(
                "names",
                ground.names(lines.stream().map(CampaignFigures.Line::region).toList()));
        model.addAttribute("cards", next.cards());
        model.addAttribute("pager", new Pager("/activities", 1, ROWS, next.total()));
        return "activity/campaign";
    }

    /** The days of the year for one's own calendar. */
    @GetMapping("/activities/campaigns.ics")
    ResponseEntity<String> calendar(@RequestParam(defaultValue = "") String year, @ModelAttribute("page") Page page) {
        var days = vocabulary.campaigns(read(year)).stream()
                .filter(campaign -> !campaign.lasts())
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(ICalendar.ofCampaigns(
                        site.root().toString(), page.say("portal.campaigns.title"), days, clock.instant()));
    }

    /** What is no year is this one. */
    private Year read(String year) {
        return year.matches("\\d{4}") && Integer.parseInt(year) >= FIRST && Integer.parseInt(year) <= LAST
                ? Year.parse(year)
                : Year.now(clock);
    }
}
