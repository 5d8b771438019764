package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A numbered or set-off paragraph, the running text below it and the points it holds. */
final class Node {
    private final Para para;
    private final Passage heading;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>();
    private final List<Para> paragraphs = new ArrayList<>();

    Node(Para para, @Nullable Node parent) {
        this.para = para;
        this.heading = Headings.of(para);
        this.parent = parent;
    }

    Para para() {
        return para;
    }

    /** Its heading without number, up to the first full stop. */
    Passage heading() {
        return heading;
    }

    /** What follows the heading in its own paragraph. */
    Passage runIn() {
        return para.body().from(heading.length()).strip("。：；，");
    }

    @Nullable
    Node parent() {
        return parent;
    }

    List<Node> children() {
        return children;
    }

    Node add(Para child) {
        var node = new Node(child, this);
        children.add(node);
        return node;
    }

    /** Adds running text below this heading, or below the last of its points. */
    void addText(Para text) {
        paragraphs.add(text);
    }

    /** All paragraphs below this one in the order of the document, without its own. */
    List<Para> below() {
        var all = new ArrayList<>(paragraphs);
        for (var child : children) {
            all.add(child.para);
            all.addAll(child.below());
        }
        return all;
    }

    @Override
    public String toString() {
        return para.text() + " (" + children.size() + ")";
    }
}
