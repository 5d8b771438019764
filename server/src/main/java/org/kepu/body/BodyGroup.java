package org.kepu.body;

/** Words of a plan that stand for many bodies. They are kept as written and expanded on a day, never split. */
public enum BodyGroup {
    /** 全民科学素质工作领导小组各成员单位. */
    LEADING_GROUP_MEMBERS,
    /** 各盟行政公署、市人民政府. */
    LEAGUE_GOVERNMENTS,
    /** 各旗县（市、区）人民政府. */
    BANNER_GOVERNMENTS,
    /** 各苏木乡镇、各街道办事处、镇. */
    SUMU_GOVERNMENTS,
    /** 各嘎查村、社区. */
    GACHA_COMMITTEES,
    /** 各有关部门、各相关单位: left open by the plan; a person names them. */
    OPEN;

    /** The key of the group's name on screen. */
    public String messageKey() {
        return "body.group." + name();
    }
}
