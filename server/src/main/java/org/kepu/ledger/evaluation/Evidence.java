package org.kepu.ledger.evaluation;

import java.util.UUID;

/**
 * Something that the ledger holds already, picked for an index (佐证).
 *
 * @param source what it is taken from: a measure, a target, a line of a round, a document
 * @param label its words, as they stood when it was picked
 * @param path where it opens; for a reader whose reach it is
 */
public record Evidence(Kind kind, UUID source, String label, String path) {

    /** The most that are picked for one index. */
    public static final int MOST = 8;

    /** Where evidence comes from. */
    public enum Kind {
        /** 事实: what a body did for a measure. */
        FACTS,
        /** 指标: how far a target has come. */
        FIGURE,
        /** 调度: what was said in a round and accepted. */
        SAID,
        /** 文件: one at most for an index. */
        DOCUMENT;

        /** The key of its name on screen. */
        public String messageKey() {
            return "evaluation.evidence." + name();
        }
    }

    /** By which a form names it. */
    public String key() {
        return kind + ":" + source;
    }
}
