package org.kepu.page;

import java.util.Arrays;
import org.springframework.http.HttpStatus;

/** The ways in which a page can fail its reader, each with its own words and way on. */
public enum Failure {
    MISUNDERSTOOD(HttpStatus.BAD_REQUEST, "misunderstood", "help-circle"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "lock"),
    OUTDATED(HttpStatus.FORBIDDEN, "outdated", "clock"),
    MISSING(HttpStatus.NOT_FOUND, "missing", "search"),
    WRONG_WAY(HttpStatus.METHOD_NOT_ALLOWED, "wrong-way", "help-circle"),
    CHANGED_ELSEWHERE(HttpStatus.CONFLICT, "changed-elsewhere", "git-compare"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "upload"),
    NOT_SET_UP(HttpStatus.NOT_IMPLEMENTED, "not-set-up", "file-text"),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "broken", "alert-triangle");

    private final HttpStatus shown;
    private final String word;
    private final String icon;

    Failure(HttpStatus shown, String word, String icon) {
        this.shown = shown;
        this.word = word;
        this.icon = icon;
    }

    static Failure of(HttpStatus status, boolean outdated) {
        if (outdated) {
            return OUTDATED;
        }
        return Arrays.stream(values())
                .filter(failure -> failure != OUTDATED && failure.shown == status)
                .findFirst()
                .orElse(status.is4xxClientError() ? MISUNDERSTOOD : BROKEN);
    }

    public HttpStatus shown() {
        return shown;
    }

    public String icon() {
        return icon;
    }

    public String titleKey() {
        return "page.failure." + word + ".title";
    }

    public String hintKey() {
        return "page.failure." + word + ".hint";
    }
}
