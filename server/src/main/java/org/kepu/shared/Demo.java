package org.kepu.shared;

/** Something that a fresh installation can show (示例). Loading it again adds nothing. */
public interface Demo {

    /** @param program whose every right reaches the topmost divisions and all below */
    void load(Desk program);
}
