package org.kepu.plandoc.grammar;

/**
 * One line or paragraph as the document has it, before hard wraps are undone.
 *
 * @param original the line with its white space
 * @param blankAbove blank lines right above it
 * @param bold whether all of it is bold
 * @param outlineLevel heading level of the document, 0 for running text
 */
record Line(Passage text, String original, int blankAbove, boolean bold, int outlineLevel) {

    /** Width on paper: a Chinese character is two, a letter or digit one; white space inside typeset text does not count. */
    int width() {
        int width = 0;
        var letters = text.raw();
        for (int i = 0; i < letters.length(); i++) {
            width += letters.charAt(i) < 0x100 ? 1 : 2;
        }
        return width;
    }

    int indent() {
        int indent = 0;
        for (int i = 0; i < original.length() && Passage.isSpace(original.charAt(i)); i++) {
            indent += original.charAt(i) == '　' ? 2 : 1;
        }
        return indent;
    }
}
