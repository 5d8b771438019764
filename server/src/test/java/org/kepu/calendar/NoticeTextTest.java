package org.kepu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kepu.calendar.NoticeDay.Kind;
import org.kepu.shared.RowError;

class NoticeTextTest {

    @Test
    void days_are_read_as_people_write_them() {
        var notice = NoticeText.of("""
                日期,安排,依据
                2027年10月1日至2027年10月3日，放假，国办发明电〔2026〕1号
                2027/9/26\t上班\t国办发明电〔2026〕1号

                2026-12-31,休,国办发明电〔2026〕1号
                """, 2027);
        assertThat(notice.errors()).isEmpty();
        assertThat(notice.read()).isEqualTo(3);
        assertThat(notice.days())
                .extracting(NoticeDay::day, NoticeDay::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2027, 10, 1), Kind.OFF),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2027, 10, 2), Kind.OFF),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2027, 10, 3), Kind.OFF),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2027, 9, 26), Kind.WORK),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 12, 31), Kind.OFF));
    }

    @Test
    void each_line_that_is_wrong_says_why() {
        var notice = NoticeText.of("""
                2027-13-01,放假,号
                2027-10-01,庆祝,号
                2027-10-01,放假
                2026-10-01,放假,号
                2027-10-06,上班,号
                2027-10-01,放假,号
                2027-10-01,放假,号
                2027-10-07至2027-10-01,放假,号
                2027-02-06,调休,号
                """, 2027);
        assertThat(notice.errors())
                .extracting(RowError::line, RowError::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "calendar.row.day"),
                        org.assertj.core.groups.Tuple.tuple(2, "calendar.row.kind"),
                        org.assertj.core.groups.Tuple.tuple(3, "calendar.row.basis"),
                        org.assertj.core.groups.Tuple.tuple(4, "calendar.row.other-year"),
                        org.assertj.core.groups.Tuple.tuple(5, "calendar.row.worked-anyway"),
                        org.assertj.core.groups.Tuple.tuple(7, "calendar.row.twice"),
                        org.assertj.core.groups.Tuple.tuple(8, "calendar.row.day"),
                        org.assertj.core.groups.Tuple.tuple(9, "calendar.row.kind"));
    }
}
