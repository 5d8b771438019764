/** Activities as tables: out with the filters kept, in with a trial and a report of each row. */
@NullMarked
package org.kepu.activity.sheet;

import org.jspecify.annotations.NullMarked;
