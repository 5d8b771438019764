package org.kepu.body;

import java.util.List;
import java.util.Set;

/**
 * A registered body as the proposals see it.
 *
 * @param bares its name and its other names, without division words
 * @param functions what it is for, as far as its name tells
 */
record KnownBody(Body body, List<String> spellings, List<String> bares, Set<String> functions) {}
