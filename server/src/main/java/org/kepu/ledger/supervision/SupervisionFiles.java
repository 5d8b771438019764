package org.kepu.ledger.supervision;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.FileHolder;
import org.kepu.file.FileId;
import org.kepu.file.Keeping;
import org.kepu.file.KeptFile;
import org.kepu.file.KeptFiles;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The documents of supervision: one at most with each answer to a note, and one with each yearly fact. */
@Component
public class SupervisionFiles implements FileHolder {

    private static final String HOLDER = "supervision";

    private final KeptFiles files;
    private final JdbcClient database;

    SupervisionFiles(KeptFiles files, JdbcClient database) {
        this.files = files;
        this.database = database;
    }

    /** Keeps what was brought; nothing where nothing was. */
    public Optional<Keeping> keep(Actor who, @Nullable MultipartFile brought) {
        return files.keep(who, HOLDER, brought);
    }

    /** What is known of a file of a row that was found within reach. */
    public @Nullable KeptFile find(@Nullable UUID id) {
        return id == null ? null : files.find(new FileId(id)).orElse(null);
    }

    /** A file of a row that was found within reach, to be saved. */
    public ResponseEntity<Resource> download(UUID id) {
        return files.response(new FileId(id)).orElseThrow(NotFound::new);
    }

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public Set<FileId> holds(Set<FileId> asked) {
        return new HashSet<>(database.sql("""
                        select file from ledger.note_answer where file = any (:asked)
                        union select file from ledger.yearly_fact where file = any (:asked)
                        """)
                .param("asked", asked.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, number) -> new FileId(row.getObject("file", UUID.class)))
                .list());
    }
}
