package org.kepu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "通知2026-11-22开会",
                "2026-11-22 至 2026-11-25 培训",
                "2026-1-2 9:30 开会",
                "2026-11-22 14:30:00 核对",
                "2026年11月22日开会",
                "2026.11.22 开会",
                "按内政办发〔2024〕12号核对名单",
                "第15条第3款",
                "2026—2030年实施方案",
                "2026-11-22\n2026-11-25",
                "参会 120 人"
            })
    void days_document_numbers_and_counts_are_no_persons(String words) {
        assertThat(Reason.fault(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "打13812345678",
                "打138 1234 5678",
                "打138-1234-5678",
                "打0471-1234567",
                "打0471 1234567",
                "打1234567",
                "150102199001011234",
                "150102 1990-01-01 1234",
                "150102-1990-01-01-1234",
                "15010219900101123X",
                "20261122",
                "2026-11-22 13812345678",
                "13812345678 2026-11-22",
                "2026-11-221234567",
                "138-2026-11-22",
                "2026-11-22-5678",
                "2026-13-45",
                "打１３８１２３４５６７８",
                "打138 - 1234 - 5678",
                "打1 3 8  1 2 3 4  5 6 7 8",
                "打138\u200b1234\u200b5678",
                "打①③⑧①②③④⑤⑥⑦⑧",
                "写给 a@b.cn"
            })
    void numbers_and_addresses_of_persons_are(String words) {
        assertThat(Reason.fault(words)).contains(Reason.Fault.PERSONAL);
    }
}
