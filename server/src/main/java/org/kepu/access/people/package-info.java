/** People and what they may do: accounts and invitations, grants, deputies. */
@NullMarked
@NamedInterface("people")
package org.kepu.access.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
