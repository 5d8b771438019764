package org.kepu.activity.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.closing.DocumentsOfClosings;
import org.kepu.file.FileId;
import org.kepu.file.Keeping;
import org.kepu.file.KeptFiles;
import org.kepu.page.Page;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** The documents that come with a closing. */
@Component
class ClosingDocuments {

    private final KeptFiles files;

    ClosingDocuments(KeptFiles files) {
        this.files = files;
    }

    /** Keeps what was brought, if anything was; says at the field why not. */
    Optional<FileId> keep(Scope scope, @Nullable MultipartFile brought, Errors errors, Page page) {
        scope.demands(Right.RUN_ACTIVITIES);
        return switch (files.keep(scope.actor(), DocumentsOfClosings.HOLDER, brought)
                .orElse(null)) {
            case null -> Optional.empty();
            case Keeping.Kept(var file) -> Optional.of(file.id());
            case Keeping.Refused refused -> {
                errors.rejectValue(
                        "document", "activity.closing.wrong.document", new Object[] {refused.said(page)}, "");
                yield Optional.empty();
            }
        };
    }

    /** The document as a download; the caller has looked at whether it belongs to a session within reach. */
    Optional<ResponseEntity<Resource>> response(Scope scope, FileId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return files.response(id);
    }
}
