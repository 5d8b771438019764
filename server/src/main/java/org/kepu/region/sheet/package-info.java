/** Tables as clerks send them: CSV in either encoding, Excel workbooks. Read row by row, never whole. */
@NullMarked
@NamedInterface("sheet")
package org.kepu.region.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
