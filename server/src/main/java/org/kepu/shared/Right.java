package org.kepu.shared;

/** What a role allows. Each staff use case demands one; which roles hold it, and where, is the business of access. */
public enum Right {
    /** 进入工作台，阅读公开的方案、区划和单位名称. */
    DESK,
    /** 查看任务台账. */
    READ_LEDGER,
    /** 上传、审阅、确认方案. */
    REVIEW_PLANS,
    /** 开立年度台账，推进辖区内的任务. */
    RUN_LEDGER,
    /** 办理本单位的任务. */
    DO_TASKS,
    /** 查看指标、数值和事实. */
    READ_FIGURES,
    /** 记录和导入事实. */
    RECORD_FACTS,
    /** 组织活动：编写、发布、签到、办结. */
    RUN_ACTIVITIES,
    /** 代人报名. */
    BOOK_FOR_OTHERS,
    /** 查看点单. */
    READ_ORDERS,
    /** 受理、派单、代人点单. */
    DISPATCH_ORDERS,
    /** 领单. */
    CLAIM_ORDERS,
    /** 接单、服务. */
    TAKE_ORDERS,
    /** 组织志愿服务：队伍、班次、时长. */
    RUN_TEAMS,
    /** 维护专家库和各类名册，邀请专家. */
    KEEP_EXPERTS,
    /** 维护指标、目标和外部数值. */
    KEEP_INDICATORS,
    /** 导入和调整行政区划. */
    KEEP_REGIONS,
    /** 登记单位，维护领导小组. */
    KEEP_BODIES,
    /** 按用途查看完整的个人信息. */
    READ_PERSONAL,
    /** 导出含个人信息的名单. */
    EXPORT_PERSONAL,
    /** 办理个人信息权利请求，审批未成年人信息的查看. */
    KEEP_PRIVACY,
    /** 查看账号和授权（系统管理员、安全管理员）. */
    SEE_PEOPLE,
    /** 开设、停用账号（系统管理员）. */
    KEEP_ACCOUNTS,
    /** 查看发件箱和系统设置（系统管理员）. */
    KEEP_SYSTEM,
    /** 授权、代理、令牌、会话（安全管理员）. */
    GRANT,
    /** 检索和导出审计记录（审计员）. */
    READ_TRAIL;

    /** The key of the right's name on screen. */
    public String messageKey() {
        return "access.right." + name();
    }
}
