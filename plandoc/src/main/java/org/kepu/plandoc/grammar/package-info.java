/**
 * The grammar of an action plan: from the text blocks of a document to the plan's structure.
 *
 * <p>{@link org.kepu.plandoc.grammar.PlanGrammar} is the door. Behind it each rule is a class of its own: lines become
 * paragraphs, paragraphs an outline, the outline programmes, programmes measures; lists of bodies and quantities are read
 * out of what those say. All rules look at {@linkplain org.kepu.plandoc.grammar.Passage passages}, which have no white
 * space and one spelling of every mark, and answer in the words of the document.
 */
@NullMarked
package org.kepu.plandoc.grammar;

import org.jspecify.annotations.NullMarked;
