package org.kepu.order;

import org.kepu.page.Tone;

/** How far an order has come. Each has two names: one for those who work on it, one for whoever asked. */
public enum OrderState {
    /** 待受理 */
    REQUESTED(Tone.WAITING),
    /** 待派单 */
    ACCEPTED(Tone.WAITING),
    /** 退回待改派: somebody could not, so another is looked for. */
    POOLED(Tone.WARN),
    /** 待领单 */
    DISPATCHED(Tone.ACTIVE),
    /** 待接单 */
    OFFERED(Tone.ACTIVE),
    /** 已接单，待约定时间 */
    TAKEN(Tone.ACTIVE),
    /** 待服务 */
    SCHEDULED(Tone.ACTIVE),
    /** 已服务，待点单人确认 */
    SERVED(Tone.WAITING),
    /** 双方已确认，待评价 */
    CONFIRMED(Tone.GOOD),
    /** 已办结 */
    CLOSED(Tone.GOOD),
    /** 未受理 */
    REFUSED(Tone.NEUTRAL),
    /** 已取消 */
    CANCELLED(Tone.NEUTRAL);

    private final Tone tone;

    OrderState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether nothing more can happen. */
    public boolean isOver() {
        return this == CLOSED || this == REFUSED || this == CANCELLED;
    }

    /** Whether somebody has promised the next step; what is confirmed closes by itself. */
    public boolean isAwaited() {
        return !isOver() && this != CONFIRMED;
    }

    /** The key of its name for those who work on it. */
    public String messageKey() {
        return "order.state." + name();
    }

    /** The key of its name for whoever asked. */
    public String publicKey() {
        return "order.public." + name();
    }
}
