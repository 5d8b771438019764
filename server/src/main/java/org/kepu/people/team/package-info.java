/** Volunteers and their teams (志愿者、服务队): who recruits for what, who joins by which way, and who has taken them in. */
@NullMarked
package org.kepu.people.team;

import org.jspecify.annotations.NullMarked;
