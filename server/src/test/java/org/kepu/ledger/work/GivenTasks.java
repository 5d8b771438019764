package org.kepu.ledger.work;

import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.access.GivenAccounts;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.ledger.TaskId;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationContext;

/** A banner's plan in force, in which 旗科协 and 旗教育局 are asked for 办好讲座 and 办好展览, and the clerks of each. */
public final class GivenTasks {

    public static final RegionCode BANNER = new RegionCode("152524");
    public static final int YEAR = 2026;
    public static final String PLAN =
            planOf("办好讲座。每年举办讲座不少于20场。（牵头单位：旗科协；责任单位：旗教育局、旗气象局）", "办好展览。（牵头单位：旗教育局；责任单位：旗科协）");

    private final ApplicationContext context;
    private final GivenPlans plans;
    private final PlanId plan;

    private GivenTasks(ApplicationContext context, int... years) {
        this.context = context;
        this.plans = GivenPlans.onCleanGround(context);
        this.plan = plans.inForce(plans.uploaded(PLAN), years);
    }

    public static GivenTasks of(ApplicationContext context, int... years) {
        return new GivenTasks(context, years.length == 0 ? new int[] {YEAR} : years);
    }

    public GivenPlans plans() {
        return plans;
    }

    public PlanId plan() {
        return plan;
    }

    /** What one body is asked for a measure. */
    public TaskId task(String measure, String body) {
        return task(measure, body, YEAR);
    }

    public TaskId task(String measure, String body, int year) {
        return new TaskId(plans.database()
                .sql("select id from ledger.task where measure_id = :measure and written = :body and year = :year")
                .param("measure", plans.measure(plan, measure).value())
                .param("body", body)
                .param("year", year)
                .query(UUID.class)
                .single());
    }

    public List<String> states() {
        return plans.strings(
                "select year || ' ' || written || ' ' || state from ledger.task order by year, measure_id, position");
    }

    public BodyId body(String name) {
        return new BodyId(plans.database()
                .sql("select id from body.body where name = :name and region = :region")
                .param("name", name)
                .param("region", BANNER.value())
                .query(UUID.class)
                .single());
    }

    /** What a colleague of a body may do. */
    public Scope scope(String body, Right right) {
        return new Scope(OTHER, right, may(Right.DESK).day(), Set.of(), Set.of(body(body)), Set.of());
    }

    /** Somebody whose one grant is that of a body. */
    public Given clerkOf(String body) {
        var clerk = context.getBean(GivenAccounts.class).with(Role.DEPARTMENT_CLERK, BANNER);
        plans.database()
                .sql("delete from access.role_grant where holder = :holder and body is not null")
                .param("holder", clerk.account())
                .update();
        plans.database()
                .sql("update access.role_grant set region = null, body = :body where holder = :holder")
                .param("body", body(body).value())
                .param("holder", clerk.account())
                .update();
        return clerk;
    }

    /** Somebody who stands for a body, as its 联络员. */
    public UUID liaison(String body, String name) {
        plans.database()
                .sql("""
                        insert into body.membership (region, body, during)
                        select :region, :body, daterange('2026-01-01', null)
                         where not exists (select from body.membership where region = :region and body = :body)
                        """)
                .param("region", BANNER.value())
                .param("body", body(body).value())
                .update();
        return plans.database()
                .sql("""
                        insert into body.delegate (region, body, part, name, post, during)
                        values (:region, :body, 'LIAISON', :name, '科员', daterange('2026-01-01', null)) returning id
                        """)
                .param("region", BANNER.value())
                .param("body", body(body).value())
                .param("name", name)
                .query(UUID.class)
                .single();
    }
}
