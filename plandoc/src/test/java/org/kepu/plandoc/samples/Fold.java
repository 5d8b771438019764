package org.kepu.plandoc.samples;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings what is printed and what is right to one form, so that only differences of substance count. */
final class Fold {
    private static final Pattern MARKER =
            Pattern.compile("^(?:[—–－\\-]{1,2}|[（(]?\\s*\\d{1,2}\\s*[)）.．、:：]?|[（(]\\s*[一二三四五六七八九十]+\\s*[)）]|[①-⑳❶-❿]"
                    + "|[一二三四五六七八九十]+(?:是|、)|[•·●◆■▪▶])");
    private static final Pattern LEVEL =
            Pattern.compile("^(?:内蒙古自治区|自治区|内蒙古|自治州|自治县|市(?!场|容|域|政(?:公用|工程|管理|局|园林)|民(?!政|宗|族))"
                    + "|区(?![域块])|县(?!域)|旗|省|州|盟|镇|乡(?!镇|村))");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("百分比", "%"),
            Map.entry("平米", "平方米"),
            Map.entry("m2", "平方米"),
            Map.entry("平方", "平方米"),
            Map.entry("名", "人"),
            Map.entry("位", "人"),
            Map.entry("个百分点", "百分点"),
            Map.entry("pp", "百分点"),
            Map.entry("个工作日", "工作日"),
            Map.entry("个小时", "小时"));

    private final Map<String, String> characters;

    /** @param characters traditional character to the simplified one of the right answer */
    Fold(Map<String, String> characters) {
        this.characters = characters;
    }

    String simplified(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(c -> characters.getOrDefault(c, c))
                .collect(Collectors.joining());
    }

    /** Letters, digits, % and + only. */
    String key(@Nullable String text) {
        return folded(text).replaceAll("[^\\p{L}\\p{N}%+]", "");
    }

    String keyWithoutMarker(@Nullable String text) {
        return key(MARKER.matcher(text == null ? "" : text.strip()).replaceFirst(""));
    }

    String number(@Nullable String text) {
        return folded(text).replaceAll("[\\[\\]()〔〕【】〈〉<>{}﹝﹞［］]", "|");
    }

    String body(String text) {
        var name = folded(text).replaceAll("[,，;；/]", "、").replaceAll("^[、。.:]+|[、。.:]+$", "");
        var bare = LEVEL.matcher(name).replaceFirst("");
        return bare.length() >= 2 ? bare : name;
    }

    String unit(@Nullable String text) {
        var unit = folded(text);
        return UNITS.getOrDefault(unit, unit);
    }

    private String folded(@Nullable String text) {
        return Normalizer.normalize(simplified(text), Normalizer.Form.NFKC).replaceAll("(?U)\\s+", "");
    }
}
