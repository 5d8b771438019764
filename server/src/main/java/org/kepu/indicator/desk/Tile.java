package org.kepu.indicator.desk;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Figure;

/**
 * A league on the map of tiles.
 *
 * @param heat 0 to 4, how much it has of what the first has
 */
public record Tile(String code, String name, @Nullable BigDecimal value, int heat) {

    private static final int HOTTEST = 4;

    /** The class of the place where a league lies; a league that the map does not know stands at the end. */
    public String place() {
        return "tile-" + code;
    }

    static List<Tile> of(List<Figure.Part> parts) {
        double most = parts.stream()
                .map(Figure.Part::value)
                .filter(value -> value != null)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
        return parts.stream()
                .map(part -> new Tile(part.key(), shortName(part.name()), part.value(), heat(part.value(), most)))
                .toList();
    }

    private static int heat(@Nullable BigDecimal value, double most) {
        return value == null || most <= 0 ? 0 : (int) Math.ceil(value.doubleValue() * HOTTEST / most);
    }

    /** 包头市 is 包头 on a map. */
    private static String shortName(String name) {
        return name.length() > 2 ? name.replaceFirst("[市盟]$", "") : name;
    }
}
