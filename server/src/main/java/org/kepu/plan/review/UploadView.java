package org.kepu.plan.review;

import java.util.List;

/**
 * One line of an upload's result.
 *
 * @param outcome received, here or refused
 * @param path where to go on, empty for nowhere
 * @param words what fills the outcome's sentence
 */
public record UploadView(String fileName, String outcome, String path, List<Object> words) {
    public UploadView {
        words = List.copyOf(words);
    }
}
