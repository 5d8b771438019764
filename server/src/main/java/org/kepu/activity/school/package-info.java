/** Schools (学校): what each is offered and takes part in, semester by semester, in numbers. */
@NullMarked
package org.kepu.activity.school;

import org.jspecify.annotations.NullMarked;
