package org.kepu.paper;

import org.kepu.paper.pdf.Fonts;

/** Papers on a machine with other fonts. */
public final class PapersWithFonts {

    private PapersWithFonts() {}

    public static Papers of(Fonts fonts) {
        return new Papers(fonts);
    }
}
