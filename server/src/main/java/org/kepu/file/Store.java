package org.kepu.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where contents lie, each under its SHA-256. A folder by default; another store needs no more than this. */
interface Store {

    /** Takes a file over as the content, whole or not at all. What is there already stays as it is. */
    void put(String sha256, Path content) throws IOException;

    InputStream open(String sha256) throws IOException;

    /** Removes it if it is there. */
    void remove(String sha256) throws IOException;
}
