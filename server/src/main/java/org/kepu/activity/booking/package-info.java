/** Seats (报名): one statement decides, whoever asks gets an answer in words, and what is given back goes to the next in turn. */
@NullMarked
package org.kepu.activity.booking;

import org.jspecify.annotations.NullMarked;
