package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** On a machine without a Chinese font. */
@TestPropertySource(properties = "kepu.paper.face.TITLE=/nowhere/title.ttf")
class PosterWithoutFontTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Test
    void a_poster_that_cannot_be_set_is_said_in_a_sentence_and_the_word_file_comes() {
        var given = GivenActivities.onCleanGround(context);
        var activity = given.activityOf(given.tomorrow(30, 3, true));
        var answer = visitor().get("/activities/" + activity + "/poster.pdf");
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.body()).contains("服务器上没有可用的中文字体").doesNotContain("/nowhere", "Exception");
        assertThat(visitor().get("/activities/" + activity + "/poster.docx").status())
                .isEqualTo(200);
    }
}
