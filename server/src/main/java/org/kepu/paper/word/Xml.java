package org.kepu.paper.word;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.kepu.paper.setting.Blocks;

/** Writes XML as it goes; nothing of it stays in memory. */
final class Xml {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Xml(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    Xml begin(String name, Object... attributes) throws IOException {
        tag(name, attributes);
        out.write('>');
        open.push(name);
        return this;
    }

    /** An element of nothing but attributes. */
    Xml leaf(String name, Object... attributes) throws IOException {
        tag(name, attributes);
        out.write("/>");
        return this;
    }

    /** An element of words alone. */
    Xml words(String name, Object words) throws IOException {
        out.write('<' + name + '>');
        escape(Blocks.clean(words.toString()));
        out.write("</" + name + '>');
        return this;
    }

    Xml text(String words) throws IOException {
        escape(Blocks.clean(words));
        return this;
    }

    Xml end() throws IOException {
        out.write("</" + open.pop() + '>');
        return this;
    }

    /** Ends so many elements. */
    Xml end(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            end();
        }
        return this;
    }

    void finish() throws IOException {
        end(open.size());
        out.flush();
    }

    private void tag(String name, Object... attributes) throws IOException {
        out.write('<' + name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"");
            escape(attributes[i + 1].toString());
            out.write('"');
        }
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '"' -> out.write("&quot;");
                default -> out.write(sign);
            }
        }
    }
}
