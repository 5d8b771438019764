package org.kepu.paper.pdf;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** An outline in the language of Type 2 charstrings (Adobe Technical Note 5177), on a grid of a thousandth. */
final class Charstring {

    private static final int LINE = 5;
    private static final int CURVE = 8;
    private static final int END = 14;
    private static final int MOVE = 21;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final double scale;
    private int x;
    private int y;

    private Charstring(double scale) {
        this.scale = scale;
    }

    static byte[] of(@Nullable GeneralPath path, double scale, int advance) {
        var string = new Charstring(scale);
        string.number(advance);
        if (path != null) {
            string.draw(path.getPathIterator(null));
        }
        string.bytes.write(END);
        return string.bytes.toByteArray();
    }

    private void draw(PathIterator path) {
        var at = new double[6];
        double lastX = 0;
        double lastY = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> step(MOVE, at[0], at[1]);
                case PathIterator.SEG_LINETO -> step(LINE, at[0], at[1]);
                case PathIterator.SEG_CUBICTO -> step(CURVE, at);
                case PathIterator.SEG_QUADTO -> step(CURVE, raised(lastX, lastY, at));
                default -> {
                    continue; // closed by itself
                }
            }
            int last = last(path.currentSegment(at));
            lastX = at[last];
            lastY = at[last + 1];
        }
    }

    private static int last(int segment) {
        return switch (segment) {
            case PathIterator.SEG_CUBICTO -> 4;
            case PathIterator.SEG_QUADTO -> 2;
            default -> 0;
        };
    }

    /** A quadratic curve as a cubic one. */
    private static double[] raised(double fromX, double fromY, double[] at) {
        return new double[] {
            fromX + (at[0] - fromX) * 2 / 3,
            fromY + (at[1] - fromY) * 2 / 3,
            at[2] + (at[0] - at[2]) * 2 / 3,
            at[3] + (at[1] - at[3]) * 2 / 3,
            at[2],
            at[3]
        };
    }

    /** Steps are taken between rounded points, so that nothing drifts. */
    private void step(int operator, double... points) {
        for (int i = 0; i < points.length; i += 2) {
            int toX = (int) Math.round(points[i] * scale);
            int toY = (int) Math.round(points[i + 1] * scale);
            number(toX - x);
            number(toY - y);
            x = toX;
            y = toY;
        }
        bytes.write(operator);
    }

    private void number(int value) {
        if (value >= -107 && value <= 107) {
            bytes.write(value + 139);
        } else if (value >= 108 && value <= 1131) {
            bytes.write((value - 108) / 256 + 247);
            bytes.write((value - 108) % 256);
        } else if (value >= -1131 && value <= -108) {
            bytes.write((-value - 108) / 256 + 251);
            bytes.write((-value - 108) % 256);
        } else {
            bytes.write(28);
            bytes.write(value >> 8);
            bytes.write(value);
        }
    }
}
