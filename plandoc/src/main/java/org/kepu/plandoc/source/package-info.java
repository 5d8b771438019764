/**
 * Turns the bytes of a file, whatever its kind, into a {@link org.kepu.plandoc.SourceText}.
 *
 * <p>{@link org.kepu.plandoc.source.SourceReader} decides the kind by content and hands the bytes to one reader per
 * kind. Each reader yields {@link org.kepu.plandoc.source.Piece}s; {@link org.kepu.plandoc.source.Composition} gives
 * them their places in one text. A file that cannot be read ends in a {@link org.kepu.plandoc.source.Refusal}.
 */
@NullMarked
package org.kepu.plandoc.source;

import org.jspecify.annotations.NullMarked;
