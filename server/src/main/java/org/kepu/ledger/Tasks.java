package org.kepu.ledger;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The tasks of the ledger, one at a time. */
interface Tasks extends ListCrudRepository<Task, UUID> {}
