package org.kepu.plandoc;

import org.kepu.plandoc.source.Refusal;
import org.kepu.plandoc.source.SourceReader;

/** Reads a document into the structure of an action plan. */
public final class PlanReader {
    private final SourceReader sources = new SourceReader();

    /**
     * @param content the whole file
     * @param fileName used for nothing but a hint of its kind; what counts is the content
     */
    public Reading read(byte[] content, String fileName) {
        try {
            sources.read(content, fileName);
        } catch (Refusal refusal) {
            return refusal.reading();
        }
        return new Reading.NotAPlan("未找到行动或工程");
    }
}
