package org.kepu.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.shared.RegionCode;

/** An address that names nothing at all; of addresses that name what is another's, {@code BreakInTest} asks each. */
class NothingThereTest extends RunningSite {

    @Test
    void what_names_nothing_at_all_is_not_there_either() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, new RegionCode("152500")));
        for (var path : List.of(
                "/desk/plans/x",
                "/desk/plans/x/review",
                "/desk/measures/1",
                "/desk/bodies/x",
                "/desk/bodies/groups/x",
                "/desk/regions/import/x",
                "/desk/rounds/x",
                "/desk/tasks/x",
                "/desk/ledger?plan=x",
                "/plans/x")) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(clerk.get("/desk/ledger?year=x").status()).isEqualTo(400);
    }
}
