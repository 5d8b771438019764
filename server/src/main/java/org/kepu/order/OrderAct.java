package org.kepu.order;

import static org.kepu.order.Hand.COMMUNITY;
import static org.kepu.order.Hand.PLATFORM;
import static org.kepu.order.Hand.REQUESTER;
import static org.kepu.order.Hand.TEAM;
import static org.kepu.order.OrderState.ACCEPTED;
import static org.kepu.order.OrderState.CANCELLED;
import static org.kepu.order.OrderState.CLOSED;
import static org.kepu.order.OrderState.CONFIRMED;
import static org.kepu.order.OrderState.DISPATCHED;
import static org.kepu.order.OrderState.OFFERED;
import static org.kepu.order.OrderState.POOLED;
import static org.kepu.order.OrderState.REFUSED;
import static org.kepu.order.OrderState.REQUESTED;
import static org.kepu.order.OrderState.SCHEDULED;
import static org.kepu.order.OrderState.SERVED;
import static org.kepu.order.OrderState.TAKEN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may happen to an order: to which state it leads, what is said with it, by whose hands, and from which states. */
public enum OrderAct {
    /** 点单: by themselves, or through the clerk. */
    REQUEST(REQUESTED, Says.NOTHING, by(REQUESTER, COMMUNITY)),
    /** 受理 */
    ACCEPT(ACCEPTED, Says.NOTHING, by(COMMUNITY), REQUESTED),
    /** 不受理 */
    REFUSE(REFUSED, Says.REASON, by(COMMUNITY), REQUESTED, ACCEPTED, POOLED),
    /** 派单: to a department, or straight to a team; where no department claims, to a team or to all that suit. */
    DISPATCH(DISPATCHED, Says.WHOM, by(COMMUNITY), ACCEPTED, POOLED),
    /** 收回改派 */
    RECALL(POOLED, Says.REASON, by(COMMUNITY), DISPATCHED, OFFERED, TAKEN, SCHEDULED),
    /** 领单 */
    CLAIM(OFFERED, Says.WHOM, by(Hand.DEPARTMENT), DISPATCHED),
    /** 部门退单 */
    DECLINE(POOLED, Says.REASON, by(Hand.DEPARTMENT), DISPATCHED, OFFERED),
    /** 接单 */
    TAKE(TAKEN, Says.NOTHING, by(TEAM), OFFERED),
    /** 服务队退单 */
    GIVE_BACK(POOLED, Says.REASON, by(TEAM), OFFERED, TAKEN, SCHEDULED),
    /** 约定时间 */
    SCHEDULE(SCHEDULED, Says.TIME, by(TEAM), TAKEN),
    /** 改时间 */
    RESCHEDULE(SCHEDULED, Says.TIME, by(TEAM), SCHEDULED),
    /** 请求另约时间 */
    ASK_OTHER_TIME(TAKEN, Says.REASON, by(REQUESTER, COMMUNITY), SCHEDULED),
    /** 登记服务 */
    SERVE(SERVED, Says.OUTCOME, by(TEAM), SCHEDULED),
    /** 更正服务登记: what was confirmed is confirmed anew, by the other side. */
    AMEND(SERVED, Says.CORRECTION, by(COMMUNITY, TEAM), SERVED, CONFIRMED),
    /** 撤回服务登记: it was another order, or another day; nothing counts. */
    TAKE_BACK(SCHEDULED, Says.REASON, by(COMMUNITY, TEAM), SERVED, CONFIRMED),
    /** 确认服务: by whoever asked, or by the clerk after ringing up. */
    CONFIRM(CONFIRMED, Says.NOTHING, by(REQUESTER, COMMUNITY), SERVED),
    /** 没有服务到 */
    DISPUTE(POOLED, Says.REASON, by(REQUESTER, COMMUNITY), SERVED),
    /** 评价: by whoever asked, or by the clerk after ringing up. */
    RATE(CLOSED, Says.MARK, by(REQUESTER, COMMUNITY), CONFIRMED),
    /** 不评价直接办结: by the clerk, or by itself when nobody has rated for so many days. */
    CLOSE(CLOSED, Says.NOTHING, by(COMMUNITY, PLATFORM), CONFIRMED),
    /** 取消 */
    CANCEL(
            CANCELLED,
            Says.REASON,
            by(REQUESTER, COMMUNITY),
            REQUESTED,
            ACCEPTED,
            POOLED,
            DISPATCHED,
            OFFERED,
            TAKEN,
            SCHEDULED),
    /** 超时上报: the state stays, the division above is told. */
    ESCALATE(
            null,
            Says.NOTHING,
            by(PLATFORM),
            REQUESTED,
            ACCEPTED,
            POOLED,
            DISPATCHED,
            OFFERED,
            TAKEN,
            SCHEDULED,
            SERVED);

    /** What is said with an act. */
    public enum Says {
        NOTHING,
        REASON,
        /** To whom it goes. */
        WHOM,
        TIME,
        /** How many came, and on which day. */
        OUTCOME,
        /** Another outcome, and why. */
        CORRECTION,
        MARK
    }

    private final @Nullable OrderState to;
    private final Says says;
    private final Set<Hand> hands;
    private final Set<OrderState> from;

    OrderAct(@Nullable OrderState to, Says says, Set<Hand> hands, OrderState... from) {
        this.to = to;
        this.says = says;
        this.hands = hands;
        this.from = Set.of(from);
    }

    private static Set<Hand> by(Hand... hands) {
        return EnumSet.copyOf(List.of(hands));
    }

    /** Where an act leads, or why it does not. */
    public sealed interface Step {

        record To(OrderState state) implements Step {}

        record No(Refusal why) implements Step {}
    }

    /**
     * The whole life of an order.
     *
     * @param claims whether a department is to claim it before a team takes
     */
    public Step from(OrderState state, Hand hand, boolean claims) {
        if (!hands.contains(hand)) {
            return new Step.No(Refusal.NOT_YOURS);
        }
        if (!from.contains(state)) {
            return new Step.No(state.isOver() ? Refusal.OVER : Refusal.NOT_NOW);
        }
        return new Step.To(this == DISPATCH && !claims ? OFFERED : to == null ? state : to);
    }

    public Says says() {
        return says;
    }

    /** Whether a reason goes with it. */
    public boolean saysWhy() {
        return says == Says.REASON || says == Says.CORRECTION;
    }

    /** Whether this hand may do it in this state. */
    public boolean isOpen(OrderState state, Hand hand) {
        return hands.contains(hand) && from.contains(state);
    }

    /** The hands of the staff that do it. */
    public Stream<Hand> staff() {
        return Hand.staff().filter(hands::contains);
    }

    /** Whether whoever asked may do it. */
    public boolean isOfRequester() {
        return hands.contains(REQUESTER);
    }

    /** Whether it is the word of the other side on what a team has served. */
    public boolean isOfOtherSide() {
        return this == CONFIRM || this == RATE;
    }

    /** The act that other systems call so: {@code give-back}. */
    public static Optional<OrderAct> read(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name on the desk and on the trail. */
    public String messageKey() {
        return "order.act." + name();
    }

    /** The key of its line on the tracking page. */
    public String publicKey() {
        return "order.told." + name();
    }
}
