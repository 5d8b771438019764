/** What the pages of bodies show: records for the templates. */
@NullMarked
package org.kepu.body.view;

import org.jspecify.annotations.NullMarked;
