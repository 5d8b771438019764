package org.kepu.file;

import org.kepu.privacy.HandsIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who kept which file. */
@Component
class HandsInFiles extends HandsIn {

    HandsInFiles(JdbcClient database) {
        super(database, "file.file", "file.hands", "file.file.kept_by");
    }
}
