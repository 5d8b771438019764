package org.kepu.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/**
 * Contents as files in a folder, spread over subfolders by the first two signs of their digest. A file appears under its
 * name only when all of it is on the disk; what a kill leaves behind lies elsewhere.
 */
@Component
class FolderStore implements Store {

    private final Path folder;

    FolderStore(FileSettings settings) {
        this.folder = settings.folder();
    }

    @Override
    public void put(String sha256, Path content) throws IOException {
        var place = place(sha256);
        if (Files.exists(place)) {
            return;
        }
        var shelf = shelf(sha256);
        Files.createDirectories(shelf);
        flush(content);
        Files.move(content, place, StandardCopyOption.ATOMIC_MOVE);
        flush(shelf);
        flush(folder);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    private Path place(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    private Path shelf(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /** A name is on the disk when its folder is. */
    private static void flush(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
