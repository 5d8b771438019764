package org.kepu.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An official document: what it says, in the order in which it says it. Headings, tables, charts and appendices are
 * numbered when it is written, never by the caller.
 *
 * @param title 标题; a long one is broken into lines of like length, or where it has line breaks
 * @param mark 发文机关标志, the large red line at the head; empty for a paper without a red head
 * @param number 发文字号, such as 内科协发〔2026〕12号; or empty
 * @param addressee 主送机关, such as 各盟市科协：; or empty
 * @param parts the text
 * @param appendices 附件, in order
 * @param signer 发文机关署名; or empty
 * @param day 成文日期; {@link LocalDate#MIN} for a paper without one
 */
public record Paper(
        String title,
        String mark,
        String number,
        String addressee,
        List<Part> parts,
        List<Appendix> appendices,
        String signer,
        LocalDate day) {

    public Paper {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a paper has a title");
        }
        parts = List.copyOf(parts);
        appendices = List.copyOf(appendices);
    }

    /**
     * 附件: begins on a page of its own.
     *
     * @param wide on sheets laid crosswise, for tables of many columns
     */
    public record Appendix(String title, boolean wide, List<Part> parts) {
        public Appendix {
            parts = List.copyOf(parts);
        }
    }

    public static Paper titled(String title) {
        return new Paper(title, "", "", "", List.of(), List.of(), "", LocalDate.MIN);
    }

    public boolean dated() {
        return !day.equals(LocalDate.MIN);
    }

    /** With a red head (发文机关标志) and the number below it. */
    public Paper headed(String redMark, String documentNumber) {
        return new Paper(title, redMark, documentNumber, addressee, parts, appendices, signer, day);
    }

    public Paper numbered(String documentNumber) {
        return new Paper(title, mark, documentNumber, addressee, parts, appendices, signer, day);
    }

    public Paper to(String bodies) {
        return new Paper(title, mark, number, bodies, parts, appendices, signer, day);
    }

    /** The text, said part by part: {@code paper.saying(text -> text.text("…").section("…", …))}. */
    public Paper saying(UnaryOperator<Parts> text) {
        return new Paper(title, mark, number, addressee, Parts.said(text), appendices, signer, day);
    }

    public Paper appended(String name, UnaryOperator<Parts> text) {
        return with(new Appendix(name, false, Parts.said(text)));
    }

    /** An appendix on sheets laid crosswise. */
    public Paper appendedWide(String name, UnaryOperator<Parts> text) {
        return with(new Appendix(name, true, Parts.said(text)));
    }

    public Paper signed(String body, LocalDate date) {
        return new Paper(title, mark, number, addressee, parts, appendices, body, date);
    }

    private Paper with(Appendix appendix) {
        var all = new java.util.ArrayList<>(appendices);
        all.add(appendix);
        return new Paper(title, mark, number, addressee, parts, all, signer, day);
    }
}
