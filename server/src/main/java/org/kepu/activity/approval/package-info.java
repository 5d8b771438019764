/** The way that activities go before they are published, where a division has set one. */
@NullMarked
package org.kepu.activity.approval;

import org.jspecify.annotations.NullMarked;
