package org.kepu.ledger.progress;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.time.ZoneId;
import java.util.Date;
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

    /** RSS 2.0. */
    @GetMapping(path = "/feed.xml", produces = "application/rss+xml")
    @ResponseBody
    Channel feed(@PathVariable PlanId id, @ModelAttribute("page") Page page) {
        var news = progress.news(id, IN_FEED).orElseThrow(NotFound::new);
        var address = site.of("/plans/" + id + "/progress");
        var channel = new Channel("rss_2.0");
        channel.setTitle(page.say("progress.title", news.plan().title()));
        channel.setDescription(page.say("progress.feed", news.plan().title()));
        channel.setLink(address);
        channel.setLanguage(page.locale().toLanguageTag());
        channel.setItems(
                news.items().stream().map(item -> item(item, page, address)).toList());
        return channel;
    }

    private static Item item(PlanNews.Item news, Page page, String address) {
        var fact = news.happened().fact();
        var guid = new Guid();
        guid.setValue("fact:" + fact.id());
        guid.setPermaLink(false);
        var said = new Description();
        said.setType("text/plain");
        said.setValue(page.say(
                "progress.happened",
                fact.kindName(),
                news.happened().region(),
                news.measure().title()));
        var item = new Item();
        item.setTitle(fact.title());
        item.setLink(address + "#m-" + news.measure().id());
        item.setGuid(guid);
        item.setPubDate(Date.from(fact.day().atStartOfDay(HERE).toInstant()));
        item.setDescription(said);
        return item;
    }
}
