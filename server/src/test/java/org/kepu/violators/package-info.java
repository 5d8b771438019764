/** One class for each rule of the architecture, which breaks it: a rule that lets its violator pass is no rule. */
package org.kepu.violators;
