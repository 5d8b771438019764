/** What the pages of regions show: records for the templates. */
@NullMarked
package org.kepu.region.view;

import org.jspecify.annotations.NullMarked;
