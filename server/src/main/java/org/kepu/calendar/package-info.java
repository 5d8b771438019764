/** The office calendar (办公日历): holidays and exchanged working days as data, by which all terms are counted. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "audit"})
package org.kepu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
