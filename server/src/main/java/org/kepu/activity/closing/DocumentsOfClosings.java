package org.kepu.activity.closing;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.UUID;
import org.kepu.file.FileHolder;
import org.kepu.file.FileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents by which sessions were closed out, those of earlier versions too. */
@Component
public class DocumentsOfClosings implements FileHolder {

    /** The name under which files are kept for activities. */
    public static final String HOLDER = "activity";

    private final JdbcClient database;

    DocumentsOfClosings(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public Set<FileId> holds(Set<FileId> asked) {
        return database
                .sql("select document from activity.closing where document = any(:asked)")
                .param("asked", asked.stream().map(FileId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(FileId::new)
                .collect(toSet());
    }
}
