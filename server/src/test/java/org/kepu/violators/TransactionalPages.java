package org.kepu.violators;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** A controller that opens a transaction. */
@Controller
public abstract class TransactionalPages {
    @Transactional
    void save() {}
}
