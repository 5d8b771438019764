package org.kepu.activity.portal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kepu.activity.Activities;
import org.kepu.activity.Timespan;

/** Activities for feed readers (RSS 2.0). */
final class Rss {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    private Rss() {}

    /**
     * @param site the address of this installation
     * @param title of the feed
     * @param about what it is
     */
    static String of(String site, String title, String about, List<Activities.Line> lines) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("channel");
            element(xml, "title", title);
            element(xml, "link", site + "/activities");
            element(xml, "description", about);
            for (var line : lines) {
                item(xml, site, line);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void item(XMLStreamWriter xml, String site, Activities.Line line) throws XMLStreamException {
        var activity = line.activity();
        var link = site + "/activities/" + activity.id();
        xml.writeStartElement("item");
        element(xml, "title", activity.title());
        element(xml, "link", link);
        element(xml, "guid", link);
        var published = activity.publishedAt();
        element(xml, "pubDate", DATE.format(published == null ? Instant.EPOCH : published));
        var when = line.sessions().isEmpty()
                ? ""
                : Timespan.of(line.sessions().getFirst(), Locale.SIMPLIFIED_CHINESE) + "，";
        element(
                xml,
                "description",
                when + activity.described().place().address() + "。"
                        + activity.described().summary());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words.replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""));
        xml.writeEndElement();
    }
}
