package org.kepu.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.GivenService;
import org.kepu.people.Persons;
import org.kepu.shared.BodyId;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.springframework.context.ApplicationContext;

/** Teams and their volunteers as tests need them. */
public final class GivenTeams {

    private GivenTeams() {}

    static TeamForm form(String title, RegionCode region) {
        return form(title, region, null);
    }

    static TeamForm form(String title, RegionCode region, @Nullable BodyId body) {
        return new TeamForm(
                title,
                "SQUAD",
                null,
                region.value(),
                body == null ? null : body.value(),
                List.of("SCIENCE"),
                "到嘎查讲防灾减灾。",
                "冬季路滑。",
                "上岗前讲一小时。",
                "由旗科协买意外险。",
                "0479-7225050",
                true,
                true,
                0);
    }

    static JoinForm member(String phone, boolean staff) {
        return new JoinForm("王小明", phone, "TEACHER", staff, false, "", "", false, true, "签了纸质同意书", "TEAM");
    }

    public static UUID team(ApplicationContext context, String title, RegionCode region) {
        var kept = context.getBean(KeepingTeams.class).enter(GivenService.clerk(), form(title, region));
        assertThat(kept).isInstanceOf(KeepingTeams.Kept.Done.class);
        return ((KeepingTeams.Kept.Done) kept).id();
    }

    public static UUID volunteer(ApplicationContext context, UUID team, String phone, boolean staff) {
        assertThat(context.getBean(JoiningTeams.class).enter(GivenService.clerk(), team, member(phone, staff)))
                .isInstanceOf(Joined.Done.class);
        return context.getBean(Persons.class).ofPhone(new PhoneNumber(phone))[0];
    }
}
