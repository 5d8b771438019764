/** The auditor's pages: search, one act, export; and accesses that were refused. */
@NullMarked
package org.kepu.audit.desk;

import org.jspecify.annotations.NullMarked;
