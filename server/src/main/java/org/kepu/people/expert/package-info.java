/** Experts (科普专家): who knows what, for how long they were asked to serve, and each invitation with its answer. */
@NullMarked
package org.kepu.people.expert;

import org.jspecify.annotations.NullMarked;
