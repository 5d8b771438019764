package org.kepu.violators;

import java.util.UUID;
import org.kepu.violators.OpenStore.Row;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.stereotype.Repository;

/** A repository for everybody to call. */
@NoRepositoryBean
public interface OpenStore extends ListCrudRepository<Row, UUID> {

    record Row(UUID id) {}

    /** The same with statements of its own. */
    @Repository
    abstract class ByMethods {}
}
