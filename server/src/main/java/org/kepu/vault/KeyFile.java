package org.kepu.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The file that holds the ring: readable by its owner only, replaced whole, changed by one at a time. */
record KeyFile(Path path) {

    private static final String OWNER_ONLY = "rw-------";

    /** Where it lies if no program says otherwise: {@code KEPU_KEYS_FILE}, or {@code keys} below {@code KEPU_HOME}. */
    static KeyFile of(Map<String, String> environment) {
        var named = environment.getOrDefault("KEPU_KEYS_FILE", "");
        return new KeyFile(
                named.isBlank() ? Path.of(environment.getOrDefault("KEPU_HOME", "data"), "keys") : Path.of(named));
    }

    boolean exists() {
        return Files.exists(path);
    }

    KeyRing read() {
        try {
            return KeyRing.parse(Files.readString(path));
        } catch (IOException e) {
            throw new KeyProblem("无法读取密钥文件 " + path + "：" + e.getClass().getSimpleName() + "。");
        } catch (KeyProblem problem) {
            throw new KeyProblem(path + "：" + problem.getMessage());
        }
    }

    /** When it was last replaced, in milliseconds, and how long it is: enough to see that it is another. */
    String state() {
        try {
            return Files.getLastModifiedTime(path) + " " + Files.size(path);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Writes a first ring, unless another has just done so; returns the one that is there. */
    KeyRing make(KeyRing fresh) {
        return locked(() -> {
            if (!exists()) {
                replace(fresh);
            }
            return read();
        });
    }

    KeyRing change(UnaryOperator<KeyRing> change) {
        return locked(() -> {
            var changed = change.apply(read());
            replace(changed);
            return changed;
        });
    }

    private interface Work {
        KeyRing run() throws IOException;
    }

    /** The lock of the file is held by a whole program; within this one the monitor is. */
    private KeyRing locked(Work work) {
        synchronized (KeyFile.class) {
            return lockedFromOthers(work);
        }
    }

    private KeyRing lockedFromOthers(Work work) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var lock = path.resolveSibling(path.getFileName() + ".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                return work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader sees the old file or the new one, never half of it; nor does a crash leave half of it. */
    private void replace(KeyRing ring) throws IOException {
        var beside = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } catch (UnsupportedOperationException noPosix) {
            Files.createFile(beside);
        } catch (FileAlreadyExistsException other) {
            throw new KeyProblem("另一个程序正在写 " + path + "，请稍后再试。");
        }
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(ring.text()));
            channel.force(true);
        }
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
