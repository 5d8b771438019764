/** From an uploaded document to a plan in force: receive, read, review, confirm. */
@NullMarked
package org.kepu.plan.review;

import org.jspecify.annotations.NullMarked;
