package org.kepu.paper.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a paragraph into lines: between any two Chinese characters, around words of letters, never before a closing mark nor
 * after an opening one (避头尾).
 */
final class Breaking {

    /** Full lines may be squeezed so much: 28 characters of 16 points stand on 156 mm. */
    private static final double SQUEEZE = 1.014;

    private final double size;
    private final double squeeze;
    private final List<SetLine> lines = new ArrayList<>();
    private List<Sign> line = new ArrayList<>();
    private double taken;

    private Breaking(double size, boolean justified) {
        this.size = size;
        this.squeeze = justified ? SQUEEZE : 1;
    }

    /**
     * A line of signs.
     *
     * @param last whether the paragraph ends with it
     */
    record SetLine(List<Sign> signs, double width, boolean last) {}

    /**
     * @param indent of the first line, in points
     * @param justified whether full lines will end at the edge
     */
    static List<SetLine> lines(List<Sign> signs, double size, double width, double indent, boolean justified) {
        var breaking = new Breaking(size, justified);
        double room = width - indent;
        for (var unit : units(signs)) {
            if (!breaking.fits(unit, room)) {
                breaking.end(false);
                room = width;
            }
            if (breaking.fits(unit, room)) {
                breaking.add(unit);
            } else {
                for (var sign : unit) {
                    if (!breaking.fits(List.of(sign), room) && !breaking.line.isEmpty()) {
                        breaking.end(false);
                        room = width;
                    }
                    breaking.add(List.of(sign));
                }
            }
        }
        breaking.end(true);
        return breaking.lines;
    }

    private boolean fits(List<Sign> unit, double room) {
        var needed = unit.getLast().space() ? unit.subList(0, unit.size() - 1) : unit;
        return taken + Signs.width(needed, size) <= room * squeeze;
    }

    private void add(List<Sign> unit) {
        line.addAll(unit);
        taken += Signs.width(unit, size);
    }

    private void end(boolean last) {
        if (line.isEmpty() && !(last && lines.isEmpty())) {
            return;
        }
        while (!line.isEmpty() && line.getLast().space()) {
            line.removeLast();
        }
        lines.add(new SetLine(List.copyOf(line), Signs.width(line, size), last));
        line = new ArrayList<>();
        taken = 0;
    }

    /** What stays together. */
    private static List<List<Sign>> units(List<Sign> signs) {
        var units = new ArrayList<List<Sign>>();
        Sign before = null;
        for (var sign : signs) {
            boolean together = before != null
                    && (before.opens() || sign.closes() || sign.space() || before.latin() && sign.latin());
            if (together) {
                units.getLast().add(sign);
            } else {
                units.add(new ArrayList<>(List.of(sign)));
            }
            before = sign;
        }
        return units;
    }
}
