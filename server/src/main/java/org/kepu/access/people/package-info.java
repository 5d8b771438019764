/** People and what they may do: accounts and invitations, grants, deputies. */
@NullMarked
package org.kepu.access.people;

import org.jspecify.annotations.NullMarked;
