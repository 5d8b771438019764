package org.kepu.shared;

import java.util.function.Function;

/** The desk of somebody who may what a test says. */
public record GivenDesk(Actor actor, Function<Right, Scope> scopes) implements Desk {

    /** Of somebody who has one right, and no other. */
    public static Desk of(Scope one) {
        return new GivenDesk(one.actor(), right -> right == one.right() ? one : Scope.nothing(one.actor(), right));
    }

    @Override
    public Scope scope(Right right) {
        return scopes.apply(right);
    }
}
