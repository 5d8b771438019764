package org.kepu.indicator.target;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Selection;
import org.kepu.shared.RegionLevel;

/**
 * By which words of a plan one knows what it counts. A definition is proposed when the plan's sentence has a word for each thing
 * that it is about: what happens, for whom, at what level. It is a table and no more, so that a clerk can be told why.
 */
final class Clues {

    /** Words for what happens or stands there, by kind of fact. */
    private static final Map<String, List<String>> KINDS = Map.ofEntries(
            entry("LECTURE", List.of("讲座")),
            entry("ACTIVITY", List.of("科普活动")),
            entry("STUDY_TRIP", List.of("研学")),
            entry("TRAINING", List.of("培训", "培育", "培养")),
            entry("CONTEST", List.of("竞赛", "大赛")),
            entry("EXHIBITION", List.of("展览", "巡展")),
            entry("OPEN_DAY", List.of("开放日", "向公众开放")),
            entry("SCIENCE_SHOW", List.of("科普剧", "科学秀")),
            entry("CLINIC", List.of("义诊")),
            entry("DRILL", List.of("演练")),
            entry("ENVOY_SERVICE", List.of("科技特派员")),
            entry("EXPERT_VISIT", List.of("百名专家")),
            entry("REVITALISATION_VISIT", List.of("专家旗县行")),
            entry("VEHICLE_STOP", List.of("大篷车")),
            entry("VEHICLE_IN_USE", List.of("大篷车")),
            entry("EXCHANGE_JOINED", List.of("区域换展")),
            entry("VOLUNTEER_SERVICE", List.of("志愿服务")),
            entry("PUPILS_TAKING_PART", List.of("在校学生")),
            entry("SCIENCE_TEACHER_POST", List.of("科技教师", "科学教师", "科技辅导员")),
            entry("VENUE_OPEN", List.of("科普场馆", "科技馆", "科普馆")),
            entry("COMPREHENSIVE_VENUE_OPEN", List.of("综合性科普场馆")),
            entry("NATIONAL_BASE", List.of("国家级科普教育基地", "全国科普教育基地")),
            entry("REGIONAL_BASE", List.of("自治区级科普教育基地")),
            entry("CULTURE_BASE", List.of("科普+文化")),
            entry("TOURISM_BASE", List.of("科普+旅游")));

    /** Words for whom it is, by audience. */
    private static final Map<String, List<String>> AUDIENCES = Map.ofEntries(
            entry("PUPILS", List.of("学生", "青少年", "中小学生")),
            entry("TEACHERS", List.of("教师", "辅导员")),
            entry("SCIENCE_TEACHERS", List.of("科技教师", "科学教师", "科技辅导员")),
            entry("FARMERS", List.of("农牧民", "牧民", "农民")),
            entry("SKILLED_FARMERS", List.of("高素质农牧民", "高素质农民")),
            entry("WORKERS", List.of("职工", "产业工人", "工人")),
            entry("INNOVATORS", List.of("高层次创新人才", "创新人才")),
            entry("ELDERS", List.of("老年人", "老人")),
            entry("OFFICIALS", List.of("领导干部", "公务员", "干部")),
            entry("WOMEN", List.of("妇女")));

    private static final Map<RegionLevel, List<String>> LEVELS =
            Map.of(RegionLevel.LEAGUE, List.of("盟市"), RegionLevel.BANNER, List.of("旗县", "旗（县", "各旗"));

    private static final List<String> RURAL = List.of("农村", "牧区", "嘎查");

    /** So many characters of its name in one piece tell a stated indicator: 科普信息员. */
    private static final int TELLING = 5;

    private Clues() {}

    /**
     * The words by which a target is about what the definition counts; empty if it is about something else.
     *
     * @param quote the words of the target
     * @param measure the title of its measure, which often says what a short sentence leaves out; empty for none
     */
    static List<String> in(String quote, String measure, Definition definition) {
        if (isOfAnotherPart(quote, definition) || (asksOfEach(quote) && !saysOfEach(definition))) {
            return List.of();
        }
        var sentence = quote + "\n" + measure;
        var found = new ArrayList<String>();
        for (var words : wanted(sentence, definition)) {
            var word = words.stream().filter(sentence::contains).findFirst();
            if (word.isEmpty()) {
                return List.of();
            }
            found.add(word.get());
        }
        return found.stream().distinct().toList();
    }

    /** 其中农村牧区学校……: a part is not counted by what counts the whole. */
    private static boolean isOfAnotherPart(String quote, Definition definition) {
        return quote.startsWith("其中")
                && RURAL.stream().anyMatch(quote::contains)
                && definition.method() instanceof Method.Counting counting
                && !Boolean.TRUE.equals(counting.of().rural());
    }

    /** 每个嘎查至少有2名: a sum over all of them says nothing of each. */
    private static boolean asksOfEach(String quote) {
        return Stream.of("每个", "每所", "每校").anyMatch(quote::contains);
    }

    private static boolean saysOfEach(Definition definition) {
        return switch (definition.method()) {
            case Method.Each each -> true;
            case Method.Ratio ratio -> true;
            case Method.Coverage coverage -> true;
            case Method.Counting counting -> false;
            case Method.Stated stated -> false;
        };
    }

    /** What there must be a word for, each with the words that would do. */
    private static List<List<String>> wanted(String sentence, Definition definition) {
        return switch (definition.method()) {
            case Method.Counting counting -> of(counting.of());
            case Method.Each each -> of(each.of());
            case Method.Ratio ratio -> of(ratio.of());
            case Method.Coverage coverage -> {
                var wanted = new ArrayList<>(of(coverage.each().of()));
                wanted.add(LEVELS.getOrDefault(coverage.level(), List.of()));
                yield wanted;
            }
            case Method.Stated stated ->
                List.of(shared(sentence, definition.name()).stream().toList());
        };
    }

    private static List<List<String>> of(Selection selection) {
        var wanted = new ArrayList<List<String>>();
        wanted.add(words(selection.kinds(), KINDS));
        if (!selection.audiences().isEmpty()) {
            wanted.add(words(selection.audiences(), AUDIENCES));
        }
        if (Boolean.TRUE.equals(selection.rural())) {
            wanted.add(RURAL);
        }
        return wanted;
    }

    private static List<String> words(Collection<String> codes, Map<String, List<String>> known) {
        return codes.stream()
                .flatMap(code -> known.getOrDefault(code, List.of()).stream())
                .toList();
    }

    /** The longest piece of the name that stands in the sentence, if it is long enough to tell. */
    private static Optional<String> shared(String sentence, String name) {
        for (int length = name.length(); length >= TELLING; length--) {
            for (int from = 0; from + length <= name.length(); from++) {
                var piece = name.substring(from, from + length);
                if (sentence.contains(piece)) {
                    return Optional.of(piece);
                }
            }
        }
        return Optional.empty();
    }
}
