package org.kepu.file;

import java.util.Set;

/**
 * A part of a module that holds files. It offers a bean, and is asked by night which of the files that were kept for it more than a
 * day ago it still holds; the others are removed. A holder that offers no bean keeps everything.
 */
public interface FileHolder {

    /** The name under which files are kept for it; no two holders have the same. */
    String holder();

    /** Those among the asked that stand in one of its rows. */
    Set<FileId> holds(Set<FileId> asked);
}
