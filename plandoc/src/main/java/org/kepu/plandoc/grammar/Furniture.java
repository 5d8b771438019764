package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.kepu.plandoc.grammar.Lines.Piece;
import org.kepu.plandoc.grammar.Lines.TextPiece;

/** What pages and web sites put around a document: page numbers, running heads, navigation. */
final class Furniture {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "—+[ivx\\d]{1,4}—+|第\\d{1,4}页[，/、]?(?:共\\d{1,4}页)?|共\\d{1,4}页[，/、]?第\\d{1,4}页|\\d{1,4}/\\d{1,4}(?:页)?|[Pp]age\\d{1,4}(?:(?:of|/)\\d{1,4})?|●\\d{1,4}●");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern RUNNING_HEAD = Pattern.compile("方案|公报|文件|通知|政府|纲要|规划|办公|网");
    private static final Pattern NAVIGATION = Pattern.compile(
            "^(?:网站)?首页(?:$|[>》|/●].*)|^(?:当前|您的?(?:所在|当前)?|所在)(?:所在)?位置.*|^您(?:现在的位置|所在的位置).*|^(?:分享(?:到|至).{0,40}|〔?打印(?:本页|此页)?〕?.{0,20}|〔?关闭(?:窗口|本页)?〕?|字(?:体|号)(?:大小)?：?.{0,12}|大中小|加入收藏|收藏本站|设为首页)$"
                    + "|^(?:浏览次数|点击(?:数|次数|量)|阅读(?:次数|量)?|访问量)[：:]?.{0,12}$|^(?:(?:信息)?来源|作者|编辑|责任编辑|审核|校对)：.{0,40}$|^(?:返回顶部|扫一扫.{0,30}|无障碍.{0,10}|登录.{0,6}|注册|搜索.{0,10}|网站地图|联系我们|关于我们)$|^(?:朗读|语音播报|听全文)$");
    private static final Pattern END = Pattern.compile(
            "^(?:相关(?:链接|文件|阅读|解读|附件|稿件|文章|信息|政策).{0,60}|上一[篇条].{0,80}|下一[篇条].{0,80}|版权所有.{0,60}|(?:Copyright|©).{0,80}|主办(?:单位)?：.{0,60}|网站标识码.{0,40}|.{0,4}ICP备.{0,40}|(?:抄送|分送|主送|报送|抄报)[：].*|主题词[：].*|扫一扫.{0,30}|.{2,30}(?:办公厅|办公室|秘书处|文电处|文秘科|委员会).{0,10}\\d{4}年\\d{1,2}月\\d{1,2}日印发|附件[：:].{0,80}|附件[一二三四五六\\d]{0,2}|（联系人：.*|（?此件(?:主动|依申请)?(?:公开|不公开).{0,12})$");

    private Furniture() {}

    static boolean isPageNumber(Line line) {
        return PAGE_NUMBER.matcher(line.text().folded()).matches();
    }

    static boolean isNavigation(Passage text) {
        return text.length() < 120 && NAVIGATION.matcher(text.folded()).matches();
    }

    /** Whether the document proper is over here: 抄送, 相关链接, 版权所有. */
    static boolean isEnd(Passage text) {
        return text.length() < 400 && END.matcher(text.folded()).matches();
    }

    static List<Piece> withoutPageNumbers(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> !(piece instanceof TextPiece(Line line) && isPageNumber(line)))
                .toList();
    }

    /** Tables in the text are read before this: in them a bare number is a cell. */
    static List<Piece> removed(List<Piece> pieces) {
        var running = runningHeads(pieces);
        var seen = new HashSet<String>();
        var kept = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece instanceof TextPiece(Line line)) {
                var key = key(line);
                boolean repeated = running.contains(key) && !seen.add(key);
                if (line.text().isEmpty()
                        || repeated
                        || BARE_NUMBER.matcher(line.text().folded()).matches()) {
                    continue;
                }
            }
            kept.add(piece);
        }
        return kept;
    }

    private static HashSet<String> runningHeads(List<Piece> pieces) {
        var counts = new HashMap<String, Integer>();
        for (var piece : pieces) {
            if (piece instanceof TextPiece(Line line) && mayRun(line)) {
                counts.merge(key(line), 1, Integer::sum);
            }
        }
        var running = new HashSet<String>();
        counts.forEach((key, count) -> {
            if (count >= 3) {
                running.add(key);
            }
        });
        return running;
    }

    private static boolean mayRun(Line line) {
        var text = line.text();
        return text.length() >= 4
                && text.length() <= 60
                && RUNNING_HEAD.matcher(text.folded()).find()
                && Marker.of(text).isEmpty()
                && !Sentences.endsSentence(text)
                && !Assignments.isLabelLine(text);
    }

    private static String key(Line line) {
        return line.text().length() > 80 ? "" : line.text().folded().replaceAll("\\d+", "");
    }
}
