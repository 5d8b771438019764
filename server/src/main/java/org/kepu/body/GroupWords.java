package org.kepu.body;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whether written words stand for many bodies. Each rule is read from the top; the first that holds counts. */
enum GroupWords {
    MEMBERS(BodyGroup.LEADING_GROUP_MEMBERS, "(领导小组)?(各|全体|所有)?成员单位"),
    GACHAS(BodyGroup.GACHA_COMMITTEES, "^.{0,4}各.*(嘎查|社区|行政村|村委会|村$)"),
    SUMUS(BodyGroup.SUMU_GOVERNMENTS, "^.{0,4}各.*(苏木|街道|乡镇|镇$|镇人民政府|镇政府|乡$)"),
    BANNERS(BodyGroup.BANNER_GOVERNMENTS, "^.{0,4}各.*(旗县|县区|旗区|区县|旗（?市|旗、县|县（市|旗人民政府)"),
    LEAGUES(BodyGroup.LEAGUE_GOVERNMENTS, "^.{0,4}各.*(盟市|盟行政公署|盟、市|地区|地市)"),
    OPEN(BodyGroup.OPEN, "^.{0,4}(各|有关|相关|其他|全市各|全区各)(有关|相关|责任|职能|牵头)?.*(部门|单位|学校|企业|院校|院所|团体|机构|学会|协会|科协组织)$");

    private final BodyGroup group;
    private final Pattern words;

    GroupWords(BodyGroup group, String words) {
        this.group = group;
        this.words = Pattern.compile(words);
    }

    static Optional<BodyGroup> read(String written) {
        for (var rule : values()) {
            if (rule.words.matcher(written).find()) {
                return Optional.of(rule.group);
            }
        }
        return Optional.empty();
    }
}
