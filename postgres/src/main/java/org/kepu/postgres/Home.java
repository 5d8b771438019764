package org.kepu.postgres;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The data folder of the program and what we keep in its {@code postgres} part.
 *
 * @param folder the data folder, as the user named it, made absolute and free of links
 * @param programs where the binaries are unpacked
 */
record Home(Path folder, Path programs) {
    static Home at(Path folder) throws IOException {
        var root = Account.self().isRoot();
        var real = Folders.make(folder.toAbsolutePath(), root).toRealPath();
        var part = Folders.make(real.resolve("postgres"), root);
        return new Home(real, part.resolve("program"));
    }

    /** The same without making anything. */
    static Home existing(Path folder) throws IOException {
        var real = folder.toRealPath();
        return new Home(real, real.resolve("postgres", "program"));
    }

    Home withPrograms(Path programs) {
        return new Home(folder, programs);
    }

    Path part() {
        return folder.resolve("postgres");
    }

    Path lock() {
        return part().resolve("lock");
    }

    Path password() {
        return part().resolve("password");
    }

    Path applicationPassword() {
        return part().resolve("password-app");
    }

    Path cluster() {
        return part().resolve("cluster");
    }

    /** Where accounts show whether they can write. */
    Path trial() {
        return part().resolve("trial");
    }

    /** A cluster is made here and moved to its place when it is whole. */
    Path making() {
        return part().resolve("making");
    }
}
