package org.kepu.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyKindTest {

    @ParameterizedTest
    @CsvSource({
        "区科协, MASS_ORGANISATION",
        "自治区科学技术协会, MASS_ORGANISATION",
        "团区委, MASS_ORGANISATION",
        "团委, MASS_ORGANISATION",
        "区总工会, MASS_ORGANISATION",
        "区委宣传部, PARTY",
        "党委组织部, PARTY",
        "区委网信办, PARTY",
        "区委老干局, PARTY",
        "昆都仑区人民政府, GOVERNMENT",
        "锡林郭勒盟行政公署, GOVERNMENT",
        "昆北街道办事处, GOVERNMENT",
        "区教育局, DEPARTMENT",
        "农牧厅, DEPARTMENT",
        "区卫健委, DEPARTMENT",
        "区公安分局, DEPARTMENT",
        "内蒙古气象局, VERTICAL_OFFICE",
        "内蒙古地震局, VERTICAL_OFFICE",
        "科学技术研究院, INSTITUTION",
        "大数据中心, INSTITUTION",
        "区融媒体中心, MEDIA",
        "包头市第九中学, SCHOOL",
        "内蒙古师范大学二连浩特国际学院, SCHOOL",
        "内蒙古科技馆, VENUE",
        "青松社区居民委员会, GRASSROOTS",
        "包头钢铁（集团）有限责任公司, ENTERPRISE",
        "昆都仑区农业技术协会, ASSOCIATION",
        "某某, OTHER",
    })
    void the_name_tells_the_kind(String name, BodyKind kind) {
        assertThat(BodyKind.guess(name)).isEqualTo(kind);
    }
}
