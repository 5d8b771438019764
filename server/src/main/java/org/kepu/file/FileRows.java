package org.kepu.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of files and of their contents. */
@Repository
class FileRows {

    private final JdbcClient database;

    FileRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * Says that a content is coming; should nothing come of it, the nightly job finds the row. It waits for a removal of
     * the same content that is under way.
     */
    void expect(String sha256, long size, Instant now) {
        database.sql("""
                insert into file.blob (sha256, size, came_at) values (:sha256, :size, :now)
                on conflict (sha256) do update set came_at = excluded.came_at
                """)
                .param("sha256", sha256)
                .param("size", size)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(KeptFile file, String holder, UUID account) {
        database.sql("""
                insert into file.file (id, sha256, file_name, type, holder, kept_by, kept_by_account, kept_at)
                values (:id, :sha256, :name, :type, :holder, :by, :account, :at)
                """)
                .param("id", file.id().value())
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("type", file.type().name())
                .param("holder", holder)
                .param("by", file.by())
                .param("account", account)
                .param("at", file.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KeptFile> find(FileId id) {
        return database.sql("""
                select id, file_name, type, size, sha256, kept_by, kept_at
                from file.file join file.blob using (sha256) where id = :id
                """).param("id", id.value()).query(FileRows::read).optional();
    }

    /** Files that were kept for a holder before a moment, after the given one in order of their ids. */
    List<FileId> olderThan(Instant limit, String holder, UUID after, int most) {
        return database.sql("""
                select id from file.file where holder = :holder and kept_at < :limit and id > :after order by id limit :most
                """)
                .param("holder", holder)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    int remove(Collection<FileId> ids) {
        return database.sql("delete from file.file where id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(FileId::toString).toArray(String[]::new))
                .update();
    }

    /** Takes contents that no file has any more out of the books; another node takes others. */
    List<String> forgetContents(Instant limit, int most) {
        return database.sql("""
                delete from file.blob where sha256 in (
                    select sha256 from file.blob where came_at < :limit
                        and not exists (select from file.file where file.sha256 = blob.sha256)
                    limit :most for update skip locked)
                returning sha256
                """)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static KeptFile read(ResultSet row, int number) throws SQLException {
        return new KeptFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("kept_by"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
