/** Tours of experts (专家巡讲): which banners a batch goes to, how far it has come, and which banners nobody has visited yet. */
@NullMarked
package org.kepu.people.tour;

import org.jspecify.annotations.NullMarked;
