package org.kepu.plandoc.source;

import java.util.List;
import org.kepu.plandoc.SourceText;

/** Reads a document of any kind into its text. The kind is decided by the content; the name is the last hint. */
public final class SourceReader {
    /** Larger files need not even be loaded. */
    public static final int MOST_BYTES = Limits.TEXT_BYTES;

    public SourceText read(byte[] content, String fileName) throws Refusal {
        if (content.length == 0) {
            throw Refusal.noPlan("文件是空的，没有任何文字");
        }
        var budget = new Budget();
        var kind = FileKind.of(content);
        int limit = kind == FileKind.TEXT ? Limits.TEXT_BYTES : Limits.BINARY_BYTES;
        if (content.length > limit) {
            throw Refusal.unreadable("文件超过" + limit / 1_000_000 + "MB，不予读取");
        }
        var source = Composition.of(
                switch (kind) {
                    case ZIP -> WordPackage.open(content, budget).pieces();
                    case TEXT -> text(content, fileName, budget);
                    case OLE2 -> WordBinary.read(content, budget);
                    case PDF -> PdfPages.read(content, budget);
                    case RTF -> RichText.read(content, budget);
                });
        if (source.blocks().isEmpty()) {
            throw Refusal.noPlan("文件里没有文字");
        }
        return source;
    }

    private static List<Piece> text(byte[] content, String fileName, Budget budget) throws Refusal {
        if (Markup.isArchive(content)) {
            return MailArchive.read(content, budget);
        }
        var text = Encoding.decode(content, Markup.declaredCharset(content))
                .orElseThrow(() -> Refusal.noPlan("文件不是文档，也不是文字：内容是图片、程序或其他数据"));
        if (Markup.isPage(text, fileName)) {
            return HtmlPage.read(text, budget);
        }
        budget.spend(text.length());
        return Encoding.lines(text);
    }
}
