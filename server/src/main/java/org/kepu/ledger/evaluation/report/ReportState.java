package org.kepu.ledger.evaluation.report;

import org.kepu.page.Tone;

/** How far a report has come. */
public enum ReportState {
    /** 排队中 */
    WAITING(Tone.WAITING),
    /** 正在生成 */
    WRITING(Tone.ACTIVE),
    /** 已生成 */
    DONE(Tone.GOOD),
    /** 生成中断: tried several times in vain; it can be asked for again. */
    BROKEN(Tone.BAD);

    private final Tone tone;

    ReportState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "evaluation.report.state." + name();
    }

    /** Whether it is not ended yet. */
    public boolean isAtWork() {
        return this == WAITING || this == WRITING;
    }
}
