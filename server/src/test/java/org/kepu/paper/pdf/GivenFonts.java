package org.kepu.paper.pdf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kepu.paper.setting.Face;

/** Fonts as an operator sets them up. */
public final class GivenFonts {

    private GivenFonts() {}

    public static Fonts ofTheSystem() {
        return new Fonts(new FontSettings(List.of(), Map.of()));
    }

    /** With one face named by its file. */
    public static Fonts with(Face face, String file) {
        return new Fonts(new FontSettings(List.of(), Map.of(face, file)));
    }

    public static Fonts in(Path folder) {
        return new Fonts(new FontSettings(List.of(folder), Map.of()));
    }
}
