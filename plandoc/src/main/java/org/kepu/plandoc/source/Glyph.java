package org.kepu.plandoc.source;

/**
 * Characters set at one place of a page, in points from the top left corner.
 *
 * @param y the baseline
 */
record Glyph(String characters, float x, float y, float width, float size, boolean bold) {
    float right() {
        return x + width;
    }

    float middleX() {
        return x + width / 2;
    }

    /** About half the height of the character above its baseline. */
    float middleY() {
        return y - size * 0.35f;
    }
}
