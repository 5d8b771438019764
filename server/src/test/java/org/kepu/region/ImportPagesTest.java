package org.kepu.region;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.shared.RegionLevel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@OnPostgres
class ImportPagesTest {

    private static final String FILE = "代码,名称,上级代码\n150203001,少先路街道,150203\n150299001,没有上级,150299\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    GivenAccounts accounts;

    @Autowired
    Regions regions;

    @Autowired
    InitialTree initialTree;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void plant() {
        new Ground(jdbc).clear();
        initialTree.afterSingletonsInstantiated();
    }

    @Test
    void the_tree_is_browsed_and_searched() throws Exception {
        assertThat(page("/desk/regions").getContentAsString()).contains("锡林郭勒盟", "/desk/regions/152500");
        assertThat(page("/desk/regions/152500").getContentAsString())
                .contains("二连浩特市", "边境")
                .doesNotContain("昆都仑区");
        assertThat(page("/desk/regions?q=昆都仑").getContentAsString()).contains("/desk/regions/150203", "包头市");
        assertThat(page("/desk/regions?q=不存在").getContentAsString()).contains("没有找到“不存在”");
        assertThat(page("/desk/regions/999999").getStatus()).isEqualTo(404);
        assertThat(page("/desk/regions/abc").getStatus()).isEqualTo(404);
    }

    @Test
    void a_list_is_checked_shown_and_then_imported_once() throws Exception {
        var checked = handIn(FILE.getBytes(UTF_8), "2021-01-01", "名录");
        assertThat(checked.getStatus()).isEqualTo(302);
        var report = Objects.requireNonNull(checked.getRedirectedUrl());
        assertThat(page(report).getContentAsString()).contains("检查结果", "上级 150299 不在区划中", "导入 1 行");
        assertThat(regions.withinLevel(RegionLevel.SUMU)).isEmpty();
        for (int click = 0; click < 2; click++) {
            assertThat(mvc.perform(post(report)
                                    .with(authentication(accounts.session(accounts.office())))
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo(report);
            assertThat(page(report).getContentAsString()).contains("导入结果").doesNotContain("导入 1 行");
        }
        assertThat(regions.withinLevel(RegionLevel.SUMU))
                .extracting(Region::name)
                .containsExactly("少先路街道");
        assertThat(jdbc.sql("select imported ->> 'written' from region.upload")
                        .query(String.class)
                        .list())
                .containsExactly("1");
    }

    @Test
    void what_is_missing_or_unreadable_is_said_at_its_field() throws Exception {
        var empty = handIn(new byte[0], "", " ");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString()).contains("请选择一个有内容的文件", "请填写起始日期", "请填写依据");
        var old = handIn(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "2021-01-01", "名录");
        assertThat(old.getStatus()).isEqualTo(422);
        assertThat(old.getContentAsString()).contains("请另存为 .xlsx");
    }

    private MockHttpServletResponse handIn(byte[] file, String since, String basis) throws Exception {
        return mvc.perform(multipart("/desk/regions/import")
                        .file(new MockMultipartFile("file", "名录.csv", "text/csv", file))
                        .param("since", since)
                        .param("basis", basis)
                        .with(authentication(accounts.session(accounts.office())))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse page(String address) throws Exception {
        return mvc.perform(get(address).with(authentication(accounts.session(accounts.office()))))
                .andReturn()
                .getResponse();
    }
}
