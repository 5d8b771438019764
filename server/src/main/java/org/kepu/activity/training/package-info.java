/**
 * Trainings (培训): who learns, who was there each time, who has passed. A class is closed once and counts at every level
 * from that moment on, persons (名) and attendances (人次) apart; whoever has passed is given a certificate.
 */
@NullMarked
package org.kepu.activity.training;

import org.jspecify.annotations.NullMarked;
