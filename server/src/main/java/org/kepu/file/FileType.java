package org.kepu.file;

import java.util.List;

/** The kinds of files that are taken, and what a browser is told of each. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    TEXT("text/plain;charset=UTF-8", "txt", "csv"),
    /** 版式文件 by GB/T 33190-2016. */
    OFD("application/ofd", "ofd");

    private final String media;
    private final List<String> endings;

    FileType(String media, String... endings) {
        this.media = media;
        this.endings = List.of(endings);
    }

    public String media() {
        return media;
    }

    /** The endings of its names, the usual one first. */
    public List<String> endings() {
        return endings;
    }
}
