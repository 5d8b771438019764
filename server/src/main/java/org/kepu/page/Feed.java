package org.kepu.page;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/**
 * What is new, for readers of feeds.
 *
 * @param about one sentence
 * @param address of the page that tells the same
 */
public record Feed(String title, String about, String address, List<Entry> entries) {

    /** The media type of a feed. */
    public static final String TYPE = "application/rss+xml";

    public Feed {
        entries = List.copyOf(entries);
    }

    /**
     * One piece of news.
     *
     * @param id by which a reader knows it again
     */
    public record Entry(String id, String title, String address, Instant at, String said) {}

    /** RSS 2.0, as Spring writes it. */
    public Channel channel(Locale locale) {
        var channel = new Channel("rss_2.0");
        channel.setTitle(bare(title));
        channel.setDescription(bare(about));
        channel.setLink(address);
        channel.setLanguage(locale.toLanguageTag());
        channel.setItems(entries.stream().map(Feed::item).toList());
        return channel;
    }

    private static Item item(Entry entry) {
        var guid = new Guid();
        guid.setValue(entry.id());
        guid.setPermaLink(entry.id().equals(entry.address()));
        var said = new Description();
        said.setType("text/plain");
        said.setValue(bare(entry.said()));
        var item = new Item();
        item.setTitle(bare(entry.title()));
        item.setLink(entry.address());
        item.setGuid(guid);
        item.setPubDate(Date.from(entry.at()));
        item.setDescription(said);
        return item;
    }

    /** Without signs that XML cannot hold, such as come with pasted text. */
    private static String bare(String words) {
        return words.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
