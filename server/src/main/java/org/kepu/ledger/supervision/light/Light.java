package org.kepu.ledger.supervision.light;

import org.kepu.page.Tone;

/** A light (灯), the brightest last. It is shown as a drawing and a word, never by colour alone. */
public enum Light {
    /** 不亮灯: nothing can be said, or nothing is to be. */
    OFF(Tone.NEUTRAL),
    /** 绿灯 */
    GREEN(Tone.GOOD),
    /** 黄灯 */
    YELLOW(Tone.WARN),
    /** 红灯 */
    RED(Tone.BAD);

    private final Tone tone;

    Light(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "supervision.light." + name();
    }

    /** Whether somebody should look at it. */
    public boolean calls() {
        return this == YELLOW || this == RED;
    }
}
