package org.kepu.order;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kepu.order.OrderAct.Step;

/** The life of an order, written down a second time: every state, every act, every hand, with and without claiming. */
class OrderLifeTest {

    /** From a state by an act and a hand to a state; whatever does not stand here is refused. */
    private static final Map<String, OrderState> LEADS = leads("""
            REQUESTED  ACCEPT         COMMUNITY            ACCEPTED
            REQUESTED  REFUSE         COMMUNITY            REFUSED
            ACCEPTED   REFUSE         COMMUNITY            REFUSED
            POOLED     REFUSE         COMMUNITY            REFUSED
            ACCEPTED   DISPATCH       COMMUNITY            DISPATCHED
            POOLED     DISPATCH       COMMUNITY            DISPATCHED
            DISPATCHED RECALL         COMMUNITY            POOLED
            OFFERED    RECALL         COMMUNITY            POOLED
            TAKEN      RECALL         COMMUNITY            POOLED
            SCHEDULED  RECALL         COMMUNITY            POOLED
            DISPATCHED CLAIM          DEPARTMENT           OFFERED
            DISPATCHED DECLINE        DEPARTMENT           POOLED
            OFFERED    DECLINE        DEPARTMENT           POOLED
            OFFERED    TAKE           TEAM                 TAKEN
            OFFERED    GIVE_BACK      TEAM                 POOLED
            TAKEN      GIVE_BACK      TEAM                 POOLED
            SCHEDULED  GIVE_BACK      TEAM                 POOLED
            TAKEN      SCHEDULE       TEAM                 SCHEDULED
            SCHEDULED  RESCHEDULE     TEAM                 SCHEDULED
            SCHEDULED  ASK_OTHER_TIME REQUESTER,COMMUNITY  TAKEN
            SCHEDULED  SERVE          TEAM                 SERVED
            SERVED     AMEND          COMMUNITY,TEAM       SERVED
            CONFIRMED  AMEND          COMMUNITY,TEAM       SERVED
            SERVED     TAKE_BACK      COMMUNITY,TEAM       SCHEDULED
            CONFIRMED  TAKE_BACK      COMMUNITY,TEAM       SCHEDULED
            SERVED     CONFIRM        REQUESTER,COMMUNITY  CONFIRMED
            SERVED     DISPUTE        REQUESTER,COMMUNITY  POOLED
            CONFIRMED  RATE           REQUESTER,COMMUNITY  CLOSED
            CONFIRMED  CLOSE          COMMUNITY,PLATFORM   CLOSED
            REQUESTED  CANCEL         REQUESTER,COMMUNITY  CANCELLED
            ACCEPTED   CANCEL         REQUESTER,COMMUNITY  CANCELLED
            POOLED     CANCEL         REQUESTER,COMMUNITY  CANCELLED
            DISPATCHED CANCEL         REQUESTER,COMMUNITY  CANCELLED
            OFFERED    CANCEL         REQUESTER,COMMUNITY  CANCELLED
            TAKEN      CANCEL         REQUESTER,COMMUNITY  CANCELLED
            SCHEDULED  CANCEL         REQUESTER,COMMUNITY  CANCELLED
            REQUESTED  ESCALATE       PLATFORM             REQUESTED
            ACCEPTED   ESCALATE       PLATFORM             ACCEPTED
            POOLED     ESCALATE       PLATFORM             POOLED
            DISPATCHED ESCALATE       PLATFORM             DISPATCHED
            OFFERED    ESCALATE       PLATFORM             OFFERED
            TAKEN      ESCALATE       PLATFORM             TAKEN
            SCHEDULED  ESCALATE       PLATFORM             SCHEDULED
            SERVED     ESCALATE       PLATFORM             SERVED
            """);

    /** Whose hands an act is at all. */
    private static final Map<OrderAct, Set<Hand>> HANDS = hands();

    private static Map<String, OrderState> leads(String table) {
        var leads = new HashMap<String, OrderState>();
        for (var line : table.strip().split("\n")) {
            var words = line.strip().split("\\s+");
            for (var hand : words[2].split(",")) {
                leads.put(words[0] + words[1] + hand, OrderState.valueOf(words[3]));
            }
        }
        return leads;
    }

    private static Map<OrderAct, Set<Hand>> hands() {
        var hands = new EnumMap<OrderAct, Set<Hand>>(OrderAct.class);
        var both = Set.of(Hand.REQUESTER, Hand.COMMUNITY);
        for (var act : OrderAct.values()) {
            hands.put(
                    act,
                    switch (act) {
                        case REQUEST, ASK_OTHER_TIME, CONFIRM, DISPUTE, RATE, CANCEL -> both;
                        case ACCEPT, REFUSE, DISPATCH, RECALL -> Set.of(Hand.COMMUNITY);
                        case CLOSE -> Set.of(Hand.COMMUNITY, Hand.PLATFORM);
                        case AMEND, TAKE_BACK -> Set.of(Hand.COMMUNITY, Hand.TEAM);
                        case CLAIM, DECLINE -> Set.of(Hand.DEPARTMENT);
                        case TAKE, GIVE_BACK, SCHEDULE, RESCHEDULE, SERVE -> Set.of(Hand.TEAM);
                        case ESCALATE -> Set.of(Hand.PLATFORM);
                    });
        }
        return hands;
    }

    private static Step expected(OrderState state, OrderAct act, Hand hand, boolean claims) {
        if (!HANDS.get(act).contains(hand)) {
            return new Step.No(Refusal.NOT_YOURS);
        }
        var to = LEADS.get(state.name() + act + hand);
        if (to == null) {
            return new Step.No(Set.of(CLOSED, REFUSED, CANCELLED).contains(state) ? Refusal.OVER : Refusal.NOT_NOW);
        }
        return new Step.To(act == OrderAct.DISPATCH && !claims ? OFFERED : to);
    }

    @Test
    void every_state_act_and_hand_leads_on_or_is_refused_by_name() {
        int seen = 0;
        for (var state : OrderState.values()) {
            for (var act : OrderAct.values()) {
                for (var hand : Hand.values()) {
                    for (var claims : new boolean[] {true, false}) {
                        assertThat(act.from(state, hand, claims))
                                .as(state + " " + act + " by " + hand + (claims ? "" : ", nobody claims"))
                                .isEqualTo(expected(state, act, hand, claims));
                        assertThat(act.isOpen(state, hand))
                                .isEqualTo(expected(state, act, hand, claims) instanceof Step.To);
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(12 * 21 * 5 * 2);
    }

    @Test
    void every_state_but_the_last_ones_leads_on_and_those_never_do() {
        for (var state : OrderState.values()) {
            assertThat(LEADS.keySet().stream().anyMatch(key -> key.startsWith(state.name())))
                    .as(state.name())
                    .isEqualTo(!state.isOver());
        }
        assertThat(LEADS.values())
                .as("and every state but the first is reached")
                .contains(
                        ACCEPTED,
                        POOLED,
                        DISPATCHED,
                        OFFERED,
                        TAKEN,
                        SCHEDULED,
                        SERVED,
                        CONFIRMED,
                        CLOSED,
                        REFUSED,
                        CANCELLED)
                .contains(REQUESTED);
    }

    @Test
    void an_act_names_the_hands_of_the_staff_and_is_read_by_its_word() {
        for (var act : OrderAct.values()) {
            assertThat(act.staff())
                    .as(act.name())
                    .containsExactlyElementsOf(
                            Hand.staff().filter(HANDS.get(act)::contains).toList());
            assertThat(OrderAct.read(act.word())).contains(act);
        }
    }
}
