package org.kepu.region;

/** What an authority may decide of a division (行政区划管理条例第二条), as far as the desk has a form for it. */
public enum Change {
    /** 更名. */
    RENAME,
    /** 划归另一上级. */
    MOVE,
    /** 撤销，并入另一区划. */
    MERGE,
    /** 析置一个新区划. */
    SPLIT;

    /** The key of the change's name on screen. */
    public String messageKey() {
        return "region.change." + name();
    }
}
