package org.kepu.ledger.progress;

import com.rometools.rome.feed.rss.Channel;
import java.time.ZoneId;
import org.kepu.page.Feed;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.page.SiteAddress;
import org.kepu.shared.PlanId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** 方案进展 for everybody, to read and to subscribe to. */
@Controller
@RequestMapping("/plans/{id}")
class ProgressPages {

    /** The readers of feeds ask for some weeks, not for all. */
    private static final int IN_FEED = 50;

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Progress progress;
    private final SiteAddress site;

    ProgressPages(Progress progress, SiteAddress site) {
        this.progress = progress;
        this.site = site;
    }

    @GetMapping("/progress")
    String progress(@PathVariable PlanId id, Model model) {
        model.addAttribute("view", progress.of(id).orElseThrow(NotFound::new));
        return "progress/plan";
    }

    @GetMapping(path = "/feed.xml", produces = Feed.TYPE)
    @ResponseBody
    Channel feed(@PathVariable PlanId id, @ModelAttribute("page") Page page) {
        var news = progress.news(id, IN_FEED).orElseThrow(NotFound::new);
        var address = site.of("/plans/" + id + "/progress");
        return new Feed(
                        page.say("progress.title", news.plan().title()),
                        page.say("progress.feed", news.plan().title()),
                        address,
                        news.items().stream()
                                .map(item -> entry(item, page, address))
                                .toList())
                .channel(page.locale());
    }

    private static Feed.Entry entry(PlanNews.Item news, Page page, String address) {
        var fact = news.happened().fact();
        return new Feed.Entry(
                "fact:" + fact.id(),
                fact.title(),
                address + "#m-" + news.measure().id(),
                fact.day().atStartOfDay(HERE).toInstant(),
                page.say(
                        "progress.happened",
                        fact.kindName(),
                        news.happened().region(),
                        news.measure().title()));
    }
}
