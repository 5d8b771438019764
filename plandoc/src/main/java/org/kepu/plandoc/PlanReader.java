package org.kepu.plandoc;

/** Reads a document into the structure of an action plan. */
public final class PlanReader {

    /**
     * @param content the whole file
     * @param fileName used for nothing but a hint of its kind; what counts is the content
     */
    public Reading read(byte[] content, String fileName) {
        return new Reading.NotAPlan("未找到行动或工程");
    }
}
