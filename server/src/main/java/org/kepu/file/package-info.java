/**
 * Files that belong to something (附件): kept once however often they come, told by their content, served after the caller
 * has looked at who asks. Which row a file belongs to is the business of the module that keeps its id.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "guard", "audit", "privacy"})
package org.kepu.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
