package org.kepu.plandoc.source;

/** Counts what reading one file has cost so far and refuses to go on past the {@link Limits}. */
final class Budget {
    private final long endsAt = System.nanoTime() + Limits.TIME.toNanos();
    private int characters;
    private int steps;

    /** To be called in every loop whose length the file decides. */
    void step() throws Refusal {
        if ((++steps & 0x3ff) == 0) {
            checkTime();
        }
    }

    void checkTime() throws Refusal {
        if (System.nanoTime() > endsAt || Thread.currentThread().isInterrupted()) {
            throw Refusal.unreadable("读取文件用时过长，已停止；请检查文件内容是否正常");
        }
    }

    void spend(int count) throws Refusal {
        characters += count;
        if (characters > Limits.CHARACTERS) {
            throw Refusal.unreadable("文件的文字超过" + Limits.CHARACTERS / 10_000 + "万字，远超一份实施方案的篇幅，不予读取");
        }
    }

    static void nesting(int depth) throws Refusal {
        if (depth > Limits.NESTING) {
            throw Refusal.unreadable("文件的内容嵌套过深，无法读取");
        }
    }
}
