package org.kepu.plandoc.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads what a visitor of a web page sees: blocks become lines, tables become grids. */
final class HtmlPage {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "nav",
            "select",
            "button",
            "input",
            "textarea",
            "iframe",
            "svg",
            "object",
            "audio",
            "video",
            "canvas",
            "rt",
            "rp",
            "del",
            "o:p");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "td",
            "th",
            "tr",
            "tbody",
            "ucapcontent",
            "ul");
    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all");
    private static final Pattern WEIGHT = Pattern.compile("font-weight\\s*:\\s*(\\w+)");

    private final Budget budget;

    private HtmlPage(Budget budget) {
        this.budget = budget;
    }

    static List<Piece> read(String page, Budget budget) throws Refusal {
        var body = Jsoup.parse(page).body();
        var flow = new HtmlFlow();
        new HtmlPage(budget).readChildren(body, flow, new Look(false, 0, false), 0);
        return flow.pieces();
    }

    /** How the words of an element look, handed down to its children. */
    private record Look(boolean bold, int outlineLevel, boolean preformatted) {
        Look of(Element element) {
            var tag = element.normalName();
            boolean isHeading =
                    tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
            var weight = WEIGHT.matcher(element.attr("style").toLowerCase(Locale.ROOT));
            boolean isBold = weight.find()
                    ? weight.group(1).startsWith("bold") || weight.group(1).matches("[6-9]00")
                    : bold || tag.equals("b") || tag.equals("strong");
            return new Look(isBold, isHeading ? tag.charAt(1) - '0' : outlineLevel, preformatted || tag.equals("pre"));
        }
    }

    private void readChildren(Element parent, HtmlFlow flow, Look look, int depth) throws Refusal {
        Budget.nesting(depth);
        for (Node child = parent.firstChild(); child != null; child = child.nextSibling()) {
            budget.step();
            if (child instanceof TextNode words) {
                budget.spend(words.getWholeText().length());
                flow.add(words.getWholeText(), look.bold(), look.preformatted());
            } else if (child instanceof Element element && !isHidden(element)) {
                read(element, flow, look.of(element), depth + 1);
            }
        }
    }

    private void read(Element element, HtmlFlow flow, Look look, int depth) throws Refusal {
        var tag = element.normalName();
        if (tag.equals("br")) {
            flow.end(look.outlineLevel());
        } else if (tag.equals("table")) {
            flow.end(look.outlineLevel());
            var grid = new HtmlGrid();
            readRows(element, grid, look, depth);
            flow.add(grid.finish());
        } else if (BLOCKS.contains(tag)) {
            flow.end(0);
            if (tag.equals("li")) {
                flow.add(number(element), look.bold(), false);
            }
            readChildren(element, flow, look, depth);
            flow.end(look.outlineLevel());
        } else {
            readChildren(element, flow, look, depth);
        }
    }

    private void readRows(Element parent, HtmlGrid grid, Look look, int depth) throws Refusal {
        Budget.nesting(depth);
        for (var child : parent.children()) {
            budget.step();
            if (isHidden(child)) {
                continue;
            }
            switch (child.normalName()) {
                case "tr" -> {
                    grid.beginRow();
                    readCells(child, grid, look, depth + 1);
                }
                case "caption" -> grid.caption(content(child, look, depth + 1));
                default -> readRows(child, grid, look, depth + 1);
            }
        }
    }

    private void readCells(Element row, HtmlGrid grid, Look look, int depth) throws Refusal {
        for (var cell : row.children()) {
            if (!isHidden(cell)) {
                grid.add(
                        content(cell, look.of(cell), depth + 1),
                        span(cell.attr("colspan")),
                        span(cell.attr("rowspan")));
            }
        }
    }

    private List<Piece> content(Element element, Look look, int depth) throws Refusal {
        var flow = new HtmlFlow();
        readChildren(element, flow, look, depth);
        return flow.pieces();
    }

    private static int span(String written) {
        var digits = written.strip();
        return digits.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(digits), 1, 500) : 1;
    }

    private static boolean isHidden(Element element) {
        if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
            return true;
        }
        var style = element.attr("style");
        return !style.isEmpty()
                && HIDDEN.matcher(style.toLowerCase(Locale.ROOT)).find();
    }

    /** The number a browser writes before an item of a numbered list. */
    private static String number(Element item) {
        var list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "";
        }
        var style = (list.attr("style") + item.attr("style")).toLowerCase(Locale.ROOT);
        if (style.contains("none")) {
            return "";
        }
        int start = list.attr("start").matches("\\d{1,4}") ? Integer.parseInt(list.attr("start")) : 1;
        int number = start;
        for (var before = item.previousElementSibling(); before != null; before = before.previousElementSibling()) {
            number += before.normalName().equals("li") ? 1 : 0;
        }
        if (style.contains("cjk") || style.contains("chinese")) {
            return Numerals.write(number, "chineseCounting") + "、";
        }
        var format = switch (list.attr("type")) {
            case "a" -> "lowerLetter";
            case "A" -> "upperLetter";
            case "i" -> "lowerRoman";
            case "I" -> "upperRoman";
            default -> "decimal";
        };
        return Numerals.write(number, format) + ". ";
    }
}
