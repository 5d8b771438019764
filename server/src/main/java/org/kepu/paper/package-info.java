/**
 * Official documents (公文) in the format of GB/T 9704-2012: one model, written as Word and as PDF. Callers say what a paper
 * holds; how it looks, how it is numbered and paged is settled here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page"})
package org.kepu.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
