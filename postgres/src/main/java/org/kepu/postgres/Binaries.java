package org.kepu.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL for this machine, unpacked from the class path into a folder of their own per version.
 *
 * @param version as the build names it, such as {@code 18.6.0}
 */
record Binaries(Path folder, String version) {
    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    /** Holds the number and size of all files; it is written last, so a folder without it is not whole. */
    private static final String CONTENTS = "contents";

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    String major() {
        return version.replaceFirst("\\..*", "");
    }

    static Binaries unpackedIn(Path cache) throws IOException {
        var version = versionOnClassPath();
        var machine = machine(System.getProperty("os.name"), System.getProperty("os.arch"));
        var folder = cache.resolve(version + "-" + machine);
        if (!isWhole(folder)) unpack(machine, folder);
        return new Binaries(folder, version);
    }

    /** Removes other versions and what an unpacking that was broken off has left. */
    void removeOthers() throws IOException {
        try (var siblings = Files.list(folder.resolveSibling(""))) {
            for (var other : siblings.filter(path -> !path.equals(folder)).toList()) Folders.delete(other);
        }
    }

    static String machine(String os, String architecture) {
        var machine = (os + " " + architecture).toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "linux amd64", "linux x86_64" -> "x86_64";
            case "linux aarch64" -> "arm_64";
            default -> throw PostgresProblem.machineNotSupported(os + " " + architecture);
        };
    }

    private static String versionOnClassPath() throws IOException {
        try (var in = resource("/org/kepu/postgres/binaries.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    private static InputStream resource(String name) {
        var in = Binaries.class.getResourceAsStream(name);
        if (in == null) throw new IllegalStateException("not on the class path: " + name);
        return in;
    }

    private static boolean isWhole(Path folder) throws IOException {
        var contents = folder.resolve(CONTENTS);
        return Files.isReadable(contents) && Files.readString(contents).equals(contentsOf(folder));
    }

    private static String contentsOf(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            var files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(CONTENTS))
                    .mapToLong(file -> file.toFile().length())
                    .summaryStatistics();
            return files.getCount() + " files, " + files.getSum() + " bytes\n";
        }
    }

    private static void unpack(String machine, Path folder) throws IOException {
        log.info("unpacking PostgreSQL to {}", folder);
        Folders.delete(folder);
        Files.createDirectories(folder.resolveSibling(""));
        var half = Files.createTempDirectory(folder.resolveSibling(""), "unpacking-");
        try (var archive = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(resource("/postgres-linux-" + machine + ".txz")), 1 << 16))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (isNeeded(entry)) write(archive, entry, half);
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(half.resolve(CONTENTS), contentsOf(half));
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isWhole(folder)) throw e;
            log.debug("another program was faster to unpack {}", folder);
        } finally {
            Folders.delete(half);
        }
    }

    /** Headers and static libraries are for building against it. */
    private static boolean isNeeded(TarArchiveEntry entry) {
        return !entry.getName().endsWith(".a") && !entry.getName().contains("/pkgconfig");
    }

    private static void write(InputStream archive, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("leads out of the folder: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.resolveSibling(""));
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(archive, target);
        }
        if (!Files.isSymbolicLink(target)) {
            var runs = entry.isDirectory() || (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
