package org.kepu.order;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Right;

/** Whose hand moves an order. */
public enum Hand {
    /** 点单人: whoever has the code. */
    REQUESTER(null),
    /** 社区、苏木、嘎查: accepts, dispatches, speaks for those who ring up. */
    COMMUNITY(Right.DISPATCH_ORDERS),
    /** 部门: claims. */
    DEPARTMENT(Right.CLAIM_ORDERS),
    /** 服务队、专家: takes and serves. */
    TEAM(Right.TAKE_ORDERS),
    /** 平台: says when a promised time is over. */
    PLATFORM(null);

    private final @Nullable Right right;

    Hand(@Nullable Right right) {
        this.right = right;
    }

    /** The right of the staff whose hand it is; nothing where it is no staff's. */
    public Optional<Right> right() {
        return Optional.ofNullable(right);
    }

    /** Those of the staff. */
    public static Stream<Hand> staff() {
        return Stream.of(values()).filter(hand -> hand.right != null);
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "order.hand." + name();
    }
}
