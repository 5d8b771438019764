package org.kepu.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no database to work with. The message is one line in Chinese that names the cause and the way out; it is
 * meant to be printed as it is, without a stack trace.
 */
public final class PostgresProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    private PostgresProblem(Kind kind, String message) {
        super(message.strip().replaceAll("\\s*\\R\\s*", " "));
        this.kind = kind;
    }

    /** What went wrong, for programs; people read the message. */
    public enum Kind {
        FOLDER_NOT_WRITABLE,
        FOLDER_NOT_READABLE,
        FOLDER_IN_USE,
        FOLDER_OF_OTHER_VERSION,
        PASSWORD_MISSING,
        MACHINE_NOT_SUPPORTED,
        BINARIES_DO_NOT_RUN,
        ROOT_REFUSED,
        DID_NOT_START,
        DID_NOT_STOP,
        URL_NOT_UNDERSTOOD,
        NOT_REACHABLE,
        LOGIN_REFUSED,
        DATABASE_MISSING,
        SERVER_TOO_OLD,
        NOT_UTF8
    }

    public Kind kind() {
        return kind;
    }

    static PostgresProblem folderNotWritable(Path folder) {
        return new PostgresProblem(Kind.FOLDER_NOT_WRITABLE, "数据目录不可写：" + folder + "。请检查权限与磁盘，或用 KEPU_HOME 指定另一个目录。");
    }

    static PostgresProblem homeNotReadable(Path folder, String detail) {
        return new PostgresProblem(Kind.FOLDER_NOT_READABLE, "数据目录不可读：" + folder + "（" + detail + "）。请换用有权限的账户。");
    }

    static PostgresProblem folderInUse(Path folder, String holder) {
        return new PostgresProblem(
                Kind.FOLDER_IN_USE,
                "数据目录正被另一个实例使用：" + folder + (holder.isBlank() ? "" : "（进程 " + holder + "）")
                        + "。请先停止它，或用 KEPU_HOME 指定另一个目录。");
    }

    static PostgresProblem folderOfOtherVersion(Path cluster, String found, String ours) {
        return new PostgresProblem(
                Kind.FOLDER_OF_OTHER_VERSION,
                "数据目录由 PostgreSQL " + found + " 建立，本程序内置 PostgreSQL " + ours + "，无法打开：" + cluster
                        + "。请先用 pg_upgrade 迁移，或用 KEPU_HOME 指定另一个目录。");
    }

    static PostgresProblem passwordMissing(Path file) {
        return new PostgresProblem(Kind.PASSWORD_MISSING, "缺少数据库口令文件，无法登录已有的数据：" + file + "。请从备份恢复该文件。");
    }

    static PostgresProblem machineNotSupported(String machine) {
        return new PostgresProblem(
                Kind.MACHINE_NOT_SUPPORTED,
                "没有适合本机（" + machine + "）的内置 PostgreSQL。请用 KEPU_DB_URL 指定已有的 PostgreSQL 18 或更高版本。");
    }

    static PostgresProblem binariesDoNotRun(String detail) {
        return new PostgresProblem(
                Kind.BINARIES_DO_NOT_RUN, "内置 PostgreSQL 无法在本机运行：" + detail + "。可用 KEPU_DB_URL 改用已有的 PostgreSQL。");
    }

    static PostgresProblem rootRefused(Path folder, String detail) {
        return new PostgresProblem(
                Kind.ROOT_REFUSED,
                "PostgreSQL 不以 root 运行，而本机无法为 " + folder + " 切换到普通账户（" + detail
                        + "）。请改用普通账户运行，或用 KEPU_DB_URL 改用已有的 PostgreSQL。");
    }

    static PostgresProblem didNotStart(String detail) {
        return new PostgresProblem(Kind.DID_NOT_START, "内置 PostgreSQL 未能启动：" + detail);
    }

    static PostgresProblem didNotStop(long pid) {
        return new PostgresProblem(Kind.DID_NOT_STOP, "内置 PostgreSQL 未能停止（进程 " + pid + "）。请结束该进程后重试。");
    }

    static PostgresProblem urlNotUnderstood(String url) {
        return new PostgresProblem(
                Kind.URL_NOT_UNDERSTOOD, "KEPU_DB_URL 无法识别：" + url + "。应形如 jdbc:postgresql://主机:5432/数据库。");
    }

    static PostgresProblem notReachable(String url, String detail) {
        return new PostgresProblem(Kind.NOT_REACHABLE, "无法连接数据库：" + url + "（" + detail + "）。");
    }

    static PostgresProblem loginRefused(String url, String user) {
        return new PostgresProblem(
                Kind.LOGIN_REFUSED,
                "数据库拒绝登录：" + url + "，用户“" + user
                        + "”。请检查 KEPU_DB_USER 与 KEPU_DB_PASSWORD（或 KEPU_DB_OWNER 与 KEPU_DB_OWNER_PASSWORD）。");
    }

    static PostgresProblem databaseMissing(String url) {
        return new PostgresProblem(Kind.DATABASE_MISSING, "数据库不存在：" + url + "。请先建立，编码用 UTF8。");
    }

    static PostgresProblem serverTooOld(String url, String version) {
        return new PostgresProblem(Kind.SERVER_TOO_OLD, "PostgreSQL 版本过低：" + url + " 是 " + version + "，需要 18 或更高版本。");
    }

    static PostgresProblem notUtf8(String url, @Nullable String encoding) {
        return new PostgresProblem(Kind.NOT_UTF8, "数据库编码应为 UTF8：" + url + " 是 " + encoding + "。");
    }
}
