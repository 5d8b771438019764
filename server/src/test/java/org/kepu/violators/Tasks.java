package org.kepu.violators;

import org.springframework.stereotype.Component;

/** A bean of a name that the ledger has given. Abstract, so that no test context makes a bean of it. */
@Component
public abstract class Tasks {}
