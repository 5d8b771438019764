package org.kepu.plandoc.source;

/**
 * A piece as it stands on a page.
 *
 * @param full whether it reaches the right margin, so that its paragraph may go on below
 * @param goesOn whether it starts at the left margin of a page that indents its paragraphs
 */
record Printed(Piece piece, boolean full, boolean goesOn) {
    static Printed table(Piece.Grid grid) {
        return new Printed(grid, false, false);
    }
}
