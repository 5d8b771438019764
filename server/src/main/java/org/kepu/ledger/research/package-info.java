/** Records of inquiries at units and societies (专题调研, G12-05), with or without an evaluation. */
@NullMarked
package org.kepu.ledger.research;

import org.jspecify.annotations.NullMarked;
