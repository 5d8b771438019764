package org.kepu.people.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.kepu.postgres.Database;
import org.kepu.postgres.ThrowawayPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was ticked as a stop before there were tours is not lost. */
class ToursMigrationTest {

    private static void migrate(Database database, String module, MigrationVersion to) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration/" + module)
                .schemas(module)
                .defaultSchema(module)
                .target(to)
                .load()
                .migrate();
    }

    @Test
    void ticked_invitations_become_a_tour_of_their_body_league_and_year() {
        try (var server = ThrowawayPostgres.start(Path.of("target/postgres"))) {
            server.create("tours");
            var database = server.logins("tours").owner();
            migrate(database, "region", MigrationVersion.LATEST);
            migrate(database, "people", MigrationVersion.fromVersion("6"));
            var jdbc = JdbcClient.create(
                    new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
            plant(jdbc);
            migrate(database, "people", MigrationVersion.LATEST);
            assertThat(jdbc.sql("""
                            select i.title || ' ' || coalesce(t.region || ' ' || t.first_day || '—' || t.last_day, '-') || ' ' || coalesce(i.banner, '-')
                            from people.invitation i left join people.tour t on t.id = i.tour order by i.title
                            """).query(String.class).list())
                    .containsExactly(
                            "a嘎查 152500 2026-06-01—2026-06-09 152524",
                            "b旗 152500 2026-06-01—2026-06-09 152524",
                            "c另一年 152500 2027-01-01—2027-01-01 152524",
                            "d盟 152500 2026-06-01—2026-06-09 -",
                            "e全区 150000 2026-06-03—2026-06-20 -",
                            "f不是巡讲 - -",
                            "g另提时间 150000 2026-06-03—2026-06-20 -",
                            "h另提早些 150000 2026-06-03—2026-06-20 -",
                            "i谢绝了 150000 2026-06-03—2026-06-20 -");
            assertThat(jdbc.sql("select count(*) from people.tour")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
            assertThat(jdbc.sql("select count(*) from people.tour_stop")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    private static void plant(JdbcClient jdbc) {
        for (var sql : new String[] {
            "insert into region.region (code) values ('150000'), ('152500'), ('152524'), ('152524100'), ('152524100200')",
            """
            insert into region.state (code, name, parent, during)
            values ('150000', '内蒙古自治区', null, '[2021-01-01,)'), ('152500', '锡林郭勒盟', '150000', '[2021-01-01,)'),
                   ('152524', '苏尼特右旗', '152500', '[2021-01-01,)'), ('152524100', '赛罕乌力吉苏木', '152524', '[2021-01-01,)'),
                   ('152524100200', '阿其图乌拉嘎查', '152524100', '[2021-01-01,)')
            """,
            "insert into people.person (id, entered_at) values (gen_random_uuid(), now())",
            """
            insert into people.expert (id, person, region, fields, topics, rank, workplace, term_from, term_to, most, published, published_how,
                                       agreed_at, agreed_to, agreed_how, version, kept_at, kept_by)
            select gen_random_uuid(), id, '152524', '{230}', '', '', '', '2026-01-01', '2028-01-01', 99, false, '', now(), current_date,
                   '签字', 1, now(), gen_random_uuid()
            from people.person
            """,
            """
            insert into people.invitation (id, expert, body, title, region, place, starts_at, ends_at, words, touring, digest, state,
                                           attendances, proposed_at, reason, sent_at, sent_by)
            select gen_random_uuid(), expert.id, '00000000-0000-0000-0000-000000000001', given.title, given.region, '文化室', given.starts,
                   given.starts + interval '1 hour', '', given.touring, given.title, given.state, given.attendances, given.proposed,
                   case given.state when 'DECLINED' then '出差' else '' end, now(), gen_random_uuid()
            from people.expert, (values
                ('a嘎查', '152524100200', timestamptz '2026-06-01 09:00+08', true, 'SERVED', 40, null::timestamptz),
                ('b旗', '152524', timestamptz '2026-06-09 09:00+08', true, 'SENT', null, null),
                ('c另一年', '152524', timestamptz '2027-01-01 07:00+08', true, 'SENT', null, null),
                ('d盟', '152500', timestamptz '2026-06-03 09:00+08', true, 'SENT', null, null),
                ('e全区', '150000', timestamptz '2026-06-05 09:00+08', true, 'SENT', null, null),
                ('f不是巡讲', '152524', timestamptz '2026-06-06 09:00+08', false, 'SENT', null, null),
                ('g另提时间', '150000', timestamptz '2026-06-06 09:00+08', true, 'PROPOSED', null, timestamptz '2026-06-20 07:00+08'),
                ('h另提早些', '150000', timestamptz '2026-06-07 09:00+08', true, 'PROPOSED', null, timestamptz '2026-06-03 09:00+08'),
                ('i谢绝了', '150000', timestamptz '2026-06-08 09:00+08', true, 'DECLINED', null, timestamptz '2026-06-28 09:00+08'))
                as given (title, region, starts, touring, state, attendances, proposed)
            """
        }) {
            jdbc.sql(sql).update();
        }
    }
}
