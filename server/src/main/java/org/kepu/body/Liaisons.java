package org.kepu.body;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.kepu.shared.BodyId;
import org.kepu.shared.Masked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who in a body can be put down for a piece of work: its 负责人 and 联络员. Masked (王*, and the post), as everybody at the
 * desk may know them; how to reach them is read elsewhere, for a purpose.
 */
@Service
@Transactional(readOnly = true)
public class Liaisons {

    private final JdbcClient jdbc;
    private final Clock clock;

    Liaisons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param name masked
     * @param current whether the person stands for the body today
     */
    public record Liaison(UUID id, Delegate.Part part, String name, String post, boolean current) {}

    /** Those who stand for the body today, who is called first. */
    public List<Liaison> of(BodyId body) {
        return jdbc
                .sql("""
                        select id, part, name, post, true as current
                        from body.delegate where body = :body and during @> :today
                        order by part desc, name
                        """)
                .param("body", body.value())
                .param("today", LocalDate.now(clock))
                .query(Liaison.class)
                .stream()
                .map(Liaisons::masked)
                .toList();
    }

    /** Those of the ids that are on record, today or once. */
    public Map<UUID, Liaison> all(Collection<UUID> ids) {
        return jdbc
                .sql("""
                        select id, part, name, post, during @> :today as current from body.delegate where id = any (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(Liaison.class)
                .stream()
                .map(Liaisons::masked)
                .collect(toMap(Liaison::id, Function.identity()));
    }

    private static Liaison masked(Liaison one) {
        return new Liaison(one.id(), one.part(), Masked.name(one.name()), one.post(), one.current());
    }
}
