package org.kepu.ledger.work;

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
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** The documents that hang on tasks: one at most on each piece of evidence, and the body's own plan. */
@Service
class TaskFiles implements FileHolder {

    private static final String HOLDER = "work";

    private final TasksInReach tasks;
    private final KeptFiles files;
    private final JdbcClient database;

    TaskFiles(TasksInReach tasks, KeptFiles files, JdbcClient database) {
        this.tasks = tasks;
        this.files = files;
        this.database = database;
    }

    /** Keeps what was brought; nothing where nothing was. */
    Optional<Keeping> keep(Actor who, @Nullable MultipartFile brought) {
        return files.keep(who, HOLDER, brought);
    }

    /** What is known of a file of a row that was found within reach. */
    @Nullable
    KeptFile find(@Nullable UUID id) {
        return id == null ? null : files.find(new FileId(id)).orElse(null);
    }

    /**
     * A document of a task, to be saved.
     *
     * @throws NotFound if the task is not within reach, or no such document hangs on it
     */
    ResponseEntity<Resource> download(Scope scope, TaskId id, UUID file) {
        var task = tasks.find(scope, Right.READ_LEDGER, id).orElseThrow(NotFound::new);
        var hangs = database.sql("""
                        select exists (select from ledger.task_evidence where task_id = :task and file = :file)
                            or exists (select from ledger.task_own_plan join ledger.own_plan on own_plan.id = own_plan_id
                                        where task_id = :task and file = :file)
                        """)
                .param("task", task.id().value())
                .param("file", file)
                .query(Boolean.class)
                .single();
        return Optional.of(new FileId(file))
                .filter(asked -> hangs)
                .flatMap(files::response)
                .orElseThrow(NotFound::new);
    }

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public Set<FileId> holds(Set<FileId> asked) {
        return new HashSet<>(database.sql("""
                        select file from ledger.task_evidence where file = any (:asked)
                        union select file from ledger.own_plan where file = any (:asked)
                        """)
                .param("asked", asked.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, i) -> new FileId(row.getObject("file", UUID.class)))
                .list());
    }
}
