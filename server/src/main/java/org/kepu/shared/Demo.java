package org.kepu.shared;

/** Something that a fresh installation can show (示例). Loading it again adds nothing. */
public interface Demo {

    /** The right on which loading it stands. */
    Right right();

    void load(Scope scope);
}
