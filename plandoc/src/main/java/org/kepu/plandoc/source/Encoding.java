package org.kepu.plandoc.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the encoding of a Chinese text: a byte order mark, else the candidate whose reading looks most like Chinese
 * official prose. GB2312 and GBK are read as GB18030, which holds both.
 */
final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final int SAMPLE = 60_000;
    private static final double PLAUSIBLE = 0.55;

    /** The commonest characters of official prose in both scripts; a wrong decoding yields hardly any of them. */
    private static final String COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
            + "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看"
            + "原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知"
            + "科普素质实施方案规划纲要组织负责单位区市县局厅委协开展服务培训教育青少农牧产业工人干部"
            + "這來時們個國為對發動產種後還過說實學會進著電裡現體兩機當點從業應開與關間樣義無長線數問變條結題黨員資邊級圖統規劃綱責單區縣廳協務訓農";

    private static final boolean[] IS_COMMON = new boolean[0x10000];

    static {
        COMMON.chars().forEach(c -> IS_COMMON[c] = true);
    }

    private Encoding() {}

    /** The text of the bytes, or nothing where they are no text. */
    static Optional<String> decode(byte[] content, Optional<Charset> declared) throws Refusal {
        var marked = byteOrderMark(content);
        if (marked.isPresent()) {
            return Optional.of(text(content, marked.get()));
        }
        if (declared.isPresent() && plausibility(content, declared.get()) >= PLAUSIBLE) {
            return Optional.of(text(content, declared.get()));
        }
        Charset best = StandardCharsets.UTF_8;
        double most = plausibility(content, best);
        if (most < 0.9) {
            for (var candidate : List.of(GB18030, BIG5, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                double plausibility = plausibility(content, candidate);
                if (plausibility > most) {
                    most = plausibility;
                    best = candidate;
                }
            }
        }
        return most >= PLAUSIBLE ? Optional.of(text(content, best)) : Optional.empty();
    }

    static Optional<Charset> named(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("gb2312") || plain.equals("gbk") || plain.equals("x-gbk") || plain.equals("gb_2312-80")) {
            return Optional.of(GB18030);
        }
        try {
            return Optional.of(Charset.forName(plain));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> byteOrderMark(byte[] content) {
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(content, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (starts(content, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return starts(content, 0x84, 0x31, 0x95, 0x33) ? Optional.of(GB18030) : Optional.empty();
    }

    private static boolean starts(byte[] content, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] content, Charset charset) throws Refusal {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var room = CharBuffer.allocate(Math.min(Limits.CHARACTERS, content.length) + 2);
        if (decoder.decode(ByteBuffer.wrap(content), room, true).isOverflow()) {
            new Budget().spend(Limits.CHARACTERS + 1);
        }
        decoder.flush(room);
        room.flip();
        return room.length() > 0 && room.charAt(0) == '\uFEFF'
                ? room.subSequence(1, room.length()).toString()
                : room.toString();
    }

    /** From 0 to 1: how much of a sample reads as prose. Two thirds of Chinese prose are common characters and marks. */
    private static double plausibility(byte[] content, Charset charset) {
        int length = Math.min(content.length, SAMPLE);
        var room = CharBuffer.allocate(length + 2);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(content, 0, length), room, length == content.length);
        room.flip();
        double sum = 0;
        double bytes = 0;
        boolean unicode = charset.equals(StandardCharsets.UTF_8);
        for (int i = 0; i < room.length(); i++) {
            char c = room.charAt(i);
            double width = c < 0x80 ? 1 : 2;
            bytes += width;
            sum += width * plausibility(c, unicode);
        }
        return bytes == 0 ? 0 : sum / bytes;
    }

    private static double plausibility(char c, boolean wellFormed) {
        if (c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t' || IS_COMMON[c]) {
            return 1;
        }
        if (c >= 0x3000 && c <= 0x3017 || c >= 0xFF01 && c <= 0xFF5E || c >= 0x2010 && c <= 0x203B || c == '\u00A0') {
            return 1;
        }
        if (c >= 0x4E00 && c <= 0x9FA5) {
            // a valid UTF-8 sequence for a rare character is no accident, a valid GBK or UTF-16 pair may well be
            return wellFormed ? 1 : 0.5;
        }
        if (c == '\uFFFD' || c < ' ') {
            return -4;
        }
        return wellFormed ? 0.8 : c >= 0xE000 && c < 0xF900 ? -1 : 0;
    }

    /** Line ends of all systems become {@code \n}; marks that no reader sees are dropped. */
    static List<Piece> lines(String text) {
        var lines = new ArrayList<Piece>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isLineEnd(text.charAt(i))) {
                lines.add(Piece.Line.plain(Characters.visible(text.substring(start, i))));
                start = i + 1;
            }
        }
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
