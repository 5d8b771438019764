package org.kepu.body;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kepu.shared.BodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How the 联络员 of bodies are sent word: the mobile numbers among those on record. They are shown to nobody here. */
@Service
public class LiaisonNumbers {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private final JdbcClient database;
    private final Phones phones;

    LiaisonNumbers(JdbcClient database, Phones phones) {
        this.database = database;
        this.phones = phones;
    }

    private record Row(UUID body, String phone) {}

    /** The numbers of those who serve on a day, by body. */
    public Map<BodyId, List<String>> mobiles(Collection<BodyId> bodies, LocalDate day) {
        return database
                .sql("""
                        select distinct body, phone from body.delegate
                        where body = any (:bodies) and part = 'LIAISON' and during @> :day and phone is not null
                        """)
                .param("bodies", bodies.stream().map(BodyId::value).distinct().toArray(UUID[]::new))
                .param("day", day)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Row(row.body(), phones.open(row.phone()).replaceAll("[\\s-]", "")))
                .filter(row -> MOBILE.matcher(row.phone()).matches())
                .distinct()
                .collect(groupingBy(row -> new BodyId(row.body()), mapping(Row::phone, toList())));
    }
}
