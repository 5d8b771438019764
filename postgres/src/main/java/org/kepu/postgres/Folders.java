package org.kepu.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** The little that the JDK leaves out about folders. */
final class Folders {
    private Folders() {}

    /** Makes the folder if it is not there, readable to its owner only; others may at most pass through it. */
    static Path make(Path folder, boolean others) throws IOException {
        if (Files.isDirectory(folder)) return folder;
        var above = folder.getParent();
        if (above != null) Files.createDirectories(above);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) throw e;
        }
        return Files.setPosixFilePermissions(
                folder, PosixFilePermissions.fromString(others ? "rwx--x--x" : "rwx------"));
    }

    static void delete(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(Folders::deleteOne);
        } catch (NoSuchFileException e) {
            return;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the names in a folder survive a power cut. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
