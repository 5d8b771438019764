package org.kepu.activity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Registrations;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who has booked is taken along for a reason, masked, and by nobody who may not. */
class BookingExportTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    String session;
    long before;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        var open = given.tomorrow(30, 3, true);
        context.getBean(Registrations.class)
                .register(open, new Applicant("王小明", new PhoneNumber("13800138000"), 2, "first", null));
        session = "/desk/activities/sessions/" + open;
        before = exports();
    }

    private long exports() {
        return given.facts().rows("privacy.export");
    }

    private Visitor.Answer export(Visitor visitor, String reason) {
        visitor.get("/desk/activities");
        return visitor.post(session + "/export", "reason", reason);
    }

    @Test
    void an_office_takes_the_list_along_and_its_reason_stands_in_the_register() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, KUNDULUN));
        var list = export(clerk, "开场前核对名单");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Content-Type")).startsWith("text/csv");
        assertThat(list.body()).contains("138****8000", "王").doesNotContain("王小明", "13800138000");
        assertThat(given.facts().rows("privacy.export where reason = '开场前核对名单'"))
                .isPositive();
        assertThat(exports()).isEqualTo(before + 1);
        assertThat(export(clerk, "").location()).endsWith("#bookings");
        assertThat(exports()).isEqualTo(before + 1);
    }

    @Test
    void a_neighbour_and_who_may_not_export_get_nothing() {
        assertThat(export(signedIn(accounts.with(Role.OFFICE_CLERK, QINGSHAN)), "核对名单")
                        .status())
                .isEqualTo(404);
        assertThat(export(signedIn(accounts.with(Role.COMMUNITY_CLERK, KUNDULUN)), "核对名单")
                        .status())
                .isEqualTo(403);
        assertThat(exports()).isEqualTo(before);
    }
}
