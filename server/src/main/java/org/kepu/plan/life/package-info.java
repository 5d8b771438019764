/** How a plan comes about and goes on: its versions, what people say to them, its publication, its phases, its successor. */
@NullMarked
@NamedInterface("life")
package org.kepu.plan.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
