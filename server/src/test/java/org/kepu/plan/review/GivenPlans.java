package org.kepu.plan.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.plan.MeasureId;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Ground;
import org.kepu.shared.Actor;
import org.kepu.shared.Desk;
import org.kepu.shared.GivenDesk;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans at each step of their way, on a ground where nothing else is. */
public final class GivenPlans {

    public static final Actor CLERK = new Actor(new UUID(0, 1), Actor.Kind.STAFF, "纲要办", null, "");
    public static final Actor OTHER = new Actor(new UUID(0, 2), Actor.Kind.STAFF, "王同事", null, "");

    public static final RegionCode TOP = new RegionCode("150000");

    /** The program itself, as it loads what there is to show. */
    public static Desk program() {
        var program = Actor.program("系统");
        return new GivenDesk(
                program,
                right -> Scope.ofProgram(program, right, GivenPlans.may(right).day(), Set.of(TOP)));
    }

    /** What the clerk of the topmost region's office may do of this. */
    public static Scope may(Right right) {
        return may(CLERK, right, TOP);
    }

    /** What somebody may do in these divisions, today. */
    public static Scope may(Actor who, Right right, RegionCode... regions) {
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        return new Scope(who, right, today, Set.of(regions), Set.of(), Set.of());
    }

    public static final String REGION_PLAN = "01-neimenggu-2026.docx";
    public static final String LEAGUE_PLAN = "02-xilinguole-2026.docx";
    public static final String BANNER_PLAN = "03-suniteyou-2026.txt";

    private final ApplicationContext context;

    private GivenPlans(ApplicationContext context) {
        this.context = context;
    }

    public static GivenPlans onCleanGround(ApplicationContext context) {
        new Ground(context.getBean(JdbcClient.class)).clear();
        context.getBean("initialTree", SmartInitializingSingleton.class).afterSingletonsInstantiated();
        return new GivenPlans(context);
    }

    public static byte[] demo(String file) {
        try (var stream = new ClassPathResource("demo/" + file).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static String demoText() {
        return new String(demo(BANNER_PLAN), StandardCharsets.UTF_8);
    }

    /** A plan of the banner with one action of these measures. */
    public static String planOf(String... measures) {
        var text = new StringBuilder("""
                苏尼特右旗人民政府关于印发《苏尼特右旗全民科学素质行动规划纲要实施方案（2026—2030年）》的通知
                苏右政发〔2026〕77号
                苏尼特右旗全民科学素质行动规划纲要
                实施方案（2026—2030年）
                一、总体要求
                根据国务院要求，结合我旗实际，制定本方案。
                二、提升行动
                （一）青少年科学素质提升行动
                """);
        for (int i = 0; i < measures.length; i++) {
            text.append(i + 1).append('.').append(measures[i]).append('\n');
        }
        return text.append("""
                三、组织实施
                （一）加强组织领导。旗人民政府每年听取一次进展情况。
                """).toString();
    }

    public PlanId uploaded(String text) {
        return uploaded("方案.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    PlanId uploaded(String fileName, byte[] content) {
        return switch (bean(UploadingPlans.class).receive(may(Right.REVIEW_PLANS), fileName, content)) {
            case Upload.Received received -> received.id();
            case Upload.AlreadyHere here -> here.id();
            case Upload.HeldElsewhere elsewhere -> throw new AssertionError(elsewhere);
            case Upload.Refused refused -> throw new AssertionError(refused.why());
        };
    }

    /** One of the demo plans, waiting for review. */
    public PlanId uploadedDemo(String file) {
        return uploaded(file, demo(file));
    }

    /** One of the demo plans, its bodies registered, in force. */
    public PlanId demoInForce(String file, int... years) {
        return inForce(uploadedDemo(file), years);
    }

    /** Registers the bodies of a draft and puts it in force. */
    public PlanId inForce(PlanId id, int... years) {
        var naming = bean(NamingBodies.class);
        naming.acceptProposals(may(Right.REVIEW_PLANS), draft(id));
        naming.registerUnknown(may(Right.REVIEW_PLANS), draft(id));
        return confirmed(id, years);
    }

    /** Puts a draft in force as it stands. */
    public PlanId confirmed(PlanId id, int... years) {
        var chosen = Arrays.stream(years).boxed().toList();
        var outcome = bean(ConfirmingPlans.class)
                .confirm(may(Right.REVIEW_PLANS), id, draft(id).version(), chosen);
        if (outcome instanceof Confirmation.InForce(var plan)) {
            return plan;
        }
        throw new AssertionError(outcome);
    }

    Draft draft(PlanId id) {
        return bean(Reviewing.class).draft(may(Right.REVIEW_PLANS), id);
    }

    public PlanStructure structure(PlanId id) {
        return bean(Plans.class).structure(id);
    }

    /** The measure of this title. */
    public MeasureId measure(PlanId id, String title) {
        return structure(id)
                .measures()
                .filter(measure -> measure.title().equals(title))
                .map(PlanStructure.Measure::id)
                .findFirst()
                .orElseThrow();
    }

    public long rows(String table) {
        return database().sql("select count(*) from " + table).query(Long.class).single();
    }

    public List<String> strings(String sql, Object... parameters) {
        var query = database().sql(sql);
        for (var parameter : parameters) {
            query = query.param(parameter);
        }
        return query.query(String.class).list();
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
