package org.kepu.plandoc;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.kepu.plandoc.grammar.PlanGrammar;
import org.kepu.plandoc.source.Refusal;
import org.kepu.plandoc.source.SourceReader;

/** Reads a document into the structure of an action plan. Whatever the bytes are, it answers and never throws. */
public final class PlanReader {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final SourceReader sources = new SourceReader();
    private final PlanGrammar grammar = new PlanGrammar();
    private final TimeLimit limit = new TimeLimit(MOST);

    /**
     * @param content the whole file
     * @param fileName used for nothing but a hint of its kind; what counts is the content
     */
    public Reading read(byte[] content, String fileName) {
        return limit.within(() -> parsed(content, fileName));
    }

    public Reading read(Path file) {
        try {
            if (!Files.exists(file)) {
                return new Reading.Unreadable("找不到文件：" + file);
            }
            if (Files.isDirectory(file)) {
                return new Reading.Unreadable("这是文件夹，不是文件：" + file);
            }
            if (Files.size(file) > SourceReader.MOST_BYTES) {
                return new Reading.Unreadable("文件超过" + SourceReader.MOST_BYTES / 1_000_000 + "MB，不予读取");
            }
            var name = file.getFileName();
            return read(Files.readAllBytes(file), name == null ? "" : name.toString());
        } catch (NoSuchFileException missing) {
            return new Reading.Unreadable("找不到文件：" + file);
        } catch (AccessDeniedException denied) {
            return new Reading.Unreadable("没有读取文件的权限：" + file);
        } catch (IOException | SecurityException failed) {
            return new Reading.Unreadable("读取文件失败：" + file);
        }
    }

    private Reading parsed(byte[] content, String fileName) {
        try {
            return grammar.read(sources.read(content, fileName));
        } catch (Refusal refusal) {
            return refusal.reading();
        }
    }
}
