package org.kepu.audit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.audit.Act;
import org.kepu.audit.chain.GivenTrail;
import org.kepu.audit.chain.OnQuietTrail;
import org.kepu.audit.chain.Sealing;
import org.kepu.page.BrowsedSite;
import org.kepu.region.Ground;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor's pages through a browser: every width, with a screen reader's eyes, by keyboard alone. */
@OnQuietTrail
class AuditFacesTests extends BrowsedSite {

    private static final int PHONE = 390;

    @Autowired
    private GivenTrail given;

    @Autowired
    private Sealing sealing;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton tree;

    private String session;

    @BeforeEach
    void aDayOfActs() {
        new Ground(database).clear();
        tree.afterSingletonsInstantiated();
        var clerk = accounts.office().actor();
        session = signedIn(accounts.with(Role.AUDITOR, GivenAccounts.TOP)).session();
        given.clear();
        for (var i = 1; i <= 52; i++) {
            given.record(
                    new Actor(
                            clerk.account(),
                            clerk.kind(),
                            clerk.name(),
                            i % 5 == 0 ? clerk.account() : null,
                            "10.1.2." + i),
                    Act.of(
                                    i % 3 == 0 ? "audit.act.exported" : "audit.act.refused",
                                    "plan",
                                    UUID.randomUUID(),
                                    "苏尼特右旗全民科学素质行动规划纲要实施方案（2026—2030年）")
                            .in(new RegionCode("152524"))
                            .about(clerk.account())
                            .changed("audit.label", "2000 名/年", "2500 名/年")
                            .changed("audit.reason", null, "按旗委会议纪要调整")
                            .because("第 " + i + " 次核查"));
        }
        sealing.all();
    }

    @Test
    void each_page_can_be_read_and_used_by_everybody() {
        var act = database.sql("select id from audit.entry order by number desc limit 1")
                .query(UUID.class)
                .single();
        for (var look : List.of("theme=light", "theme=dark", "lang=en")) {
            var window = window(1440, look);
            keepSession(window, session);
            for (var sight : List.of(
                    List.of("list", "/desk/audit"),
                    List.of("narrowed", "/desk/audit?region=152524&act=audit.act.exported&from=2026-01-01"),
                    List.of("wrong", "/desk/audit?from=2026-02-31&region=x"),
                    List.of("none", "/desk/audit?words=zzz"),
                    List.of("act", "/desk/audit/" + act))) {
                window.navigate(sight.getLast());
                for (var width : List.of(1440, 768, PHONE)) {
                    window.setViewportSize(width, 900);
                    screenshot(window, "audit-" + sight.getFirst() + "-" + look.replace('=', '-'), width);
                    assertNothingSticksOut(window);
                }
                assertNoSeriousFindings(window);
            }
        }
    }

    @Test
    void an_auditor_searches_reads_and_exports_without_script_and_by_keyboard() {
        var window = withoutScript(PHONE);
        keepSession(window, session);
        window.navigate("/desk/audit");
        window.locator("#words").focus();
        window.keyboard().type("第 7 次");
        window.keyboard().press("Enter");
        window.waitForURL(address -> address.contains("words="));
        assertThat(window.locator("tbody tr").count()).isEqualTo(1);

        window.locator("tbody a").focus();
        window.keyboard().press("Enter");
        window.waitForURL(address -> !address.contains("words="));
        assertThat(window.locator("dd").allInnerTexts()).contains("第 7 次核查");

        window.goBack();
        window.locator("#reason").focus();
        window.keyboard().type("年度审计");
        var sheet = window.waitForDownload(() -> window.keyboard().press("Enter"));
        assertThat(sheet.suggestedFilename()).startsWith("审计记录-").endsWith(".csv");
    }
}
