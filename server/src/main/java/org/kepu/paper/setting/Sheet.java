package org.kepu.paper.setting;

/**
 * A sheet of A4 with the margins of GB/T 9704-2012 clause 5.2: 37 mm above, 28 mm to the left, 156 × 225 mm for the
 * text. In points.
 */
public record Sheet(double width, double height, double top, double left, double textWidth, double textHeight) {

    private static final double MM = 72 / 25.4;

    public static final Sheet UPRIGHT = new Sheet(210 * MM, 297 * MM, 37 * MM, 28 * MM, 156 * MM, 225 * MM);

    /** Turned by a quarter: what was the left margin, where it is stapled, is above. */
    public static final Sheet CROSSWISE = new Sheet(297 * MM, 210 * MM, 28 * MM, 37 * MM, 225 * MM, 156 * MM);

    public static Sheet of(boolean wide) {
        return wide ? CROSSWISE : UPRIGHT;
    }

    public double right() {
        return width - left - textWidth;
    }

    public double bottom() {
        return height - top - textHeight;
    }
}
