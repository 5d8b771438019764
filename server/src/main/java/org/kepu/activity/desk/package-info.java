/** The pages of those who write activities, see to those who come and close out. */
@NullMarked
package org.kepu.activity.desk;

import org.jspecify.annotations.NullMarked;
