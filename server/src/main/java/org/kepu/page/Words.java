package org.kepu.page;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The words on screen: a bundle per module, Chinese first, English beside it. */
@Configuration
class Words {

    @Bean
    MessageSource messageSource() {
        return new Sentences(
                "i18n/page",
                "i18n/notice",
                "i18n/privacy",
                "i18n/audit",
                "i18n/file",
                "i18n/calendar",
                "i18n/region",
                "i18n/indicator",
                "i18n/history",
                "i18n/target",
                "i18n/body",
                "i18n/access",
                "i18n/plan",
                "i18n/life",
                "i18n/levels",
                "i18n/ledger",
                "i18n/work",
                "i18n/overview",
                "i18n/round",
                "i18n/progress",
                "i18n/supervision",
                "i18n/evaluation",
                "i18n/research",
                "i18n/activity",
                "i18n/school",
                "i18n/contest",
                "i18n/portal",
                "i18n/planning",
                "i18n/door",
                "i18n/certificate",
                "i18n/training",
                "i18n/registration",
                "i18n/people",
                "i18n/home",
                "i18n/order");
    }
}
