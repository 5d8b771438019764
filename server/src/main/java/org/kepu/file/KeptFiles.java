package org.kepu.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.guard.FileName;
import org.kepu.page.Attachment;
import org.kepu.shared.Actor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Keeps files and gives them out. Who may bring or have one is looked at by the module whose row it belongs to. */
@Service
@EnableConfigurationProperties(FileSettings.class)
public class KeptFiles {

    private static final String UNNAMED = "附件";

    private final FileRows rows;
    private final Store store;
    private final FileSettings settings;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptFiles(
            FileRows rows,
            Store store,
            FileSettings settings,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a file. The caller, who has looked at whether this actor may, writes its id into a row afterwards; if that
     * comes to nothing, the file goes after a day. Not within a transaction, which would wait for an upload.
     *
     * @param holder who asks, as its {@link FileHolder} calls itself
     * @param name as it was uploaded
     */
    @Transactional(propagation = Propagation.NEVER)
    public Keeping keep(Actor who, String holder, String name, InputStream content) throws IOException {
        long most = settings.largest().toBytes();
        var bare = FileName.cleaned(name);
        try (var incoming = Incoming.read(content, settings.incoming(), most)) {
            if (incoming.size() == 0) {
                return refused(Keeping.Why.EMPTY, bare);
            }
            if (incoming.size() > most) {
                return refused(Keeping.Why.TOO_LARGE, bare);
            }
            if (Content.withProgram(incoming.path())) {
                return refused(Keeping.Why.WITH_PROGRAM, bare);
            }
            var type = Content.type(incoming.path());
            if (type.isEmpty()) {
                return refused(Keeping.Why.OTHER_KIND, bare);
            }
            return new Keeping.Kept(kept(who, holder, bare, type.get(), incoming));
        }
    }

    /** The same of what a form brought; nothing where no file was chosen. */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Keeping> keep(Actor who, String holder, @Nullable MultipartFile brought) {
        if (brought == null || (brought.isEmpty() && FileName.of(brought).isEmpty())) {
            return Optional.empty();
        }
        try (var content = brought.getInputStream()) {
            return Optional.of(keep(who, holder, FileName.of(brought), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known of a file; nothing if there is none. */
    @Transactional(readOnly = true)
    public Optional<KeptFile> find(FileId id) {
        return rows.find(id);
    }

    /** The content; close it. */
    @Transactional(readOnly = true)
    public Optional<InputStream> open(FileId id) {
        return rows.find(id).map(this::open);
    }

    /**
     * What a handler returns for a download, after it has looked at who asks: streamed, to be saved and not shown, under
     * its own name.
     */
    @Transactional(readOnly = true)
    public Optional<ResponseEntity<Resource>> response(FileId id) {
        return rows.find(id)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.type().media()))
                        .contentLength(file.size())
                        .cacheControl(CacheControl.noStore().cachePrivate())
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.keptAs(file.name()))
                        .body(new InputStreamResource(() -> open(file))));
    }

    private KeptFile kept(Actor who, String holder, String name, FileType type, Incoming incoming) throws IOException {
        rows.expect(incoming.sha256(), incoming.size(), clock.instant());
        store.put(incoming.sha256(), incoming.path());
        var file = new KeptFile(
                new FileId(UUID.randomUUID()),
                called(name, type),
                type,
                incoming.size(),
                incoming.sha256(),
                who.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transaction.executeWithoutResult(status -> {
            rows.add(file, holder, who.account());
            trail.record(who, Act.of("file.act.kept", "file", file.id(), type.name()));
        });
        return file;
    }

    private InputStream open(KeptFile file) {
        try {
            return store.open(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ending says what the content is: a browser's user goes by it. */
    private static String called(String name, FileType type) {
        var given = name.isBlank() ? UNNAMED : name;
        var small = given.toLowerCase(Locale.ROOT);
        return type.endings().stream().anyMatch(ending -> small.endsWith("." + ending))
                ? given
                : given + "." + type.endings().getFirst();
    }

    private Keeping refused(Keeping.Why why, String name) {
        return new Keeping.Refused(why, name, settings.largest().toMegabytes());
    }
}
