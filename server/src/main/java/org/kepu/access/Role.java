package org.kepu.access;

import static org.kepu.shared.Right.BOOK_FOR_OTHERS;
import static org.kepu.shared.Right.CLAIM_ORDERS;
import static org.kepu.shared.Right.DESK;
import static org.kepu.shared.Right.DISPATCH_ORDERS;
import static org.kepu.shared.Right.DO_TASKS;
import static org.kepu.shared.Right.EXPORT_PERSONAL;
import static org.kepu.shared.Right.GRANT;
import static org.kepu.shared.Right.KEEP_ACCOUNTS;
import static org.kepu.shared.Right.KEEP_BODIES;
import static org.kepu.shared.Right.KEEP_EXPERTS;
import static org.kepu.shared.Right.KEEP_INDICATORS;
import static org.kepu.shared.Right.KEEP_PRIVACY;
import static org.kepu.shared.Right.KEEP_REGIONS;
import static org.kepu.shared.Right.KEEP_SYSTEM;
import static org.kepu.shared.Right.READ_FIGURES;
import static org.kepu.shared.Right.READ_LEDGER;
import static org.kepu.shared.Right.READ_ORDERS;
import static org.kepu.shared.Right.READ_PERSONAL;
import static org.kepu.shared.Right.READ_TRAIL;
import static org.kepu.shared.Right.RECORD_FACTS;
import static org.kepu.shared.Right.REVIEW_PLANS;
import static org.kepu.shared.Right.RUN_ACTIVITIES;
import static org.kepu.shared.Right.RUN_LEDGER;
import static org.kepu.shared.Right.RUN_TEAMS;
import static org.kepu.shared.Right.SEE_PEOPLE;
import static org.kepu.shared.Right.TAKE_ORDERS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kepu.shared.Right;

/**
 * What people are in the platform, and what each may do. The last three are separate hands (三员分立, GB/T 22239): whoever
 * holds one of them holds no other role.
 */
public enum Role {
    /** 纲要办工作人员. */
    OFFICE_CLERK(
            DESK,
            READ_LEDGER,
            REVIEW_PLANS,
            RUN_LEDGER,
            DO_TASKS,
            READ_FIGURES,
            RECORD_FACTS,
            RUN_ACTIVITIES,
            BOOK_FOR_OTHERS,
            READ_ORDERS,
            DISPATCH_ORDERS,
            RUN_TEAMS,
            KEEP_EXPERTS,
            KEEP_INDICATORS,
            KEEP_REGIONS,
            KEEP_BODIES,
            READ_PERSONAL,
            EXPORT_PERSONAL),
    /** 部门工作人员. */
    DEPARTMENT_CLERK(
            DESK,
            READ_LEDGER,
            DO_TASKS,
            READ_FIGURES,
            RECORD_FACTS,
            RUN_ACTIVITIES,
            BOOK_FOR_OTHERS,
            READ_ORDERS,
            CLAIM_ORDERS,
            TAKE_ORDERS,
            RUN_TEAMS,
            KEEP_EXPERTS),
    /** 领导，只看. */
    LEADER(DESK, READ_LEDGER, READ_FIGURES, READ_ORDERS),
    /** 社区、苏木、嘎查工作人员. */
    COMMUNITY_CLERK(
            DESK,
            READ_LEDGER,
            READ_FIGURES,
            RECORD_FACTS,
            RUN_ACTIVITIES,
            BOOK_FOR_OTHERS,
            READ_ORDERS,
            DISPATCH_ORDERS,
            RUN_TEAMS),
    /** 场馆、基地、学校工作人员. */
    VENUE_CLERK(DESK, READ_FIGURES, RECORD_FACTS, RUN_ACTIVITIES, BOOK_FOR_OTHERS, RUN_TEAMS),
    /** 编辑. */
    EDITOR(DESK),
    /** 审核人员. */
    REVIEWER(DESK),
    /** 科普专家. */
    EXPERT(DESK, READ_ORDERS, TAKE_ORDERS),
    /** 志愿服务队负责人. */
    VOLUNTEER_LEADER(DESK, READ_ORDERS, TAKE_ORDERS, RUN_TEAMS),
    /** 个人信息保护负责人（个人信息保护法第五十二条）. */
    PRIVACY_OFFICER(DESK, KEEP_PRIVACY, READ_PERSONAL),
    /** 系统管理员. */
    SYSTEM_ADMINISTRATOR(DESK, SEE_PEOPLE, KEEP_ACCOUNTS, KEEP_SYSTEM),
    /** 安全管理员. */
    SECURITY_ADMINISTRATOR(DESK, SEE_PEOPLE, GRANT),
    /** 审计员. */
    AUDITOR(DESK, READ_TRAIL);

    private static final Set<Role> SEPARATE = Set.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR);

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** One of the three hands that hold nothing else. */
    public boolean isSeparate() {
        return SEPARATE.contains(this);
    }

    /** The key of the role's name on screen. */
    public String messageKey() {
        return "access.role." + name();
    }

    /** The key of the sentence that says what the role is for. */
    public String aboutKey() {
        return "access.role.about." + name();
    }

    /** The role somebody means who writes {@code office-clerk} or {@code OFFICE_CLERK}. */
    public static Optional<Role> read(String written) {
        var name = written.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
