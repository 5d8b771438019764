package org.kepu.body;

import java.util.List;
import java.util.regex.Pattern;
import org.kepu.region.Region;

/**
 * A written name taken apart: which division of the document's path it speaks of, and what remains without the division's words.
 * 区科协 in a district's plan is the district's 科协; 自治区科协 there is the autonomous region's; 团区委 holds its division inside.
 *
 * @param region the division meant
 * @param bare the name without division words, e.g. 科协, 宣传部, 团委
 */
record NameInRegion(Region region, String bare) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern YOUTH_LEAGUE = Pattern.compile("^(?:共青)?团(.*?)(自治区|盟|市|旗|县|区)?委(?:员会)?$");
    private static final Pattern PARTY = Pattern.compile("^(中共|中国共产党)");
    private static final Pattern COMMITTEE = Pattern.compile("^(自治区|盟|市|旗|县|区)?(党委|委员会|委)(?=.)");
    private static final Pattern LEVEL = Pattern.compile("^(自治区|盟|市|旗|县|区)(?=.)");
    private static final Pattern LEVEL_END = Pattern.compile("(自治区|自治旗|盟|市|旗|县|区)$");

    /** @param path the divisions from the top down to the document's own */
    static NameInRegion read(String written, List<Region> path) {
        var name = PARTY.matcher(SPACE.matcher(written).replaceAll("")).replaceFirst("");
        var league = YOUTH_LEAGUE.matcher(name);
        if (league.matches()) {
            var own = withoutNames(league.group(1), path);
            if (own.bare().isEmpty()) {
                var word = league.group(2);
                return new NameInRegion(word == null ? own.region() : bearing(word, path, own.region()), "团委");
            }
        }
        var named = withoutNames(name, path);
        var committee = COMMITTEE.matcher(named.bare());
        if (committee.find()) {
            var word = committee.group(1);
            var region = word == null ? named.region() : bearing(word, path, named.region());
            return new NameInRegion(region, named.bare().substring(committee.end()));
        }
        var level = LEVEL.matcher(named.bare());
        if (level.find() && !named.bare().startsWith("市场")) {
            return new NameInRegion(
                    bearing(level.group(1), path, named.region()), named.bare().substring(level.end()));
        }
        return named;
    }

    /** Takes off the names of divisions of the path at the beginning; the last one taken off is the one meant. */
    private static NameInRegion withoutNames(String name, List<Region> path) {
        var meant = path.getLast();
        var bare = name;
        for (var region : path) {
            var shortName = LEVEL_END.matcher(region.name()).replaceFirst("");
            if (bare.startsWith(region.name())) {
                bare = bare.substring(region.name().length());
                meant = region;
            } else if (shortName.length() > 1 && bare.startsWith(shortName)) {
                bare = bare.substring(shortName.length());
                meant = region;
            }
        }
        return new NameInRegion(meant, bare);
    }

    /** The nearest division of the path, from the document's own upward, whose name ends with the word. */
    private static Region bearing(String word, List<Region> path, Region otherwise) {
        return path.reversed().stream()
                .filter(region -> region.name().endsWith(word))
                .findFirst()
                .orElse(otherwise);
    }
}
