/** How a plan comes about and goes on: its versions, what people say to them, its publication, its phases, its successor. */
@NullMarked
package org.kepu.plan.life;

import org.jspecify.annotations.NullMarked;
