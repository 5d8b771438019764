package org.kepu.privacy.me;

import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kepu.page.Attachment;
import org.kepu.page.Fragments;
import org.kepu.page.Page;
import org.kepu.privacy.Consents;
import org.kepu.privacy.Kept;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A person's data to take along: for people to read, and for machines (个人信息保护法第四十五条). */
@Component
class DataSheet {

    private final Kept kept;
    private final Consents consents;
    private final Looks looks;
    private final Fragments fragments;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DataSheet(Kept kept, Consents consents, Looks looks, Fragments fragments, Clock clock) {
        this.kept = kept;
        this.consents = consents;
        this.looks = looks;
        this.fragments = fragments;
        this.clock = clock;
    }

    void write(Actor person, Page page, HttpServletResponse response) throws IOException {
        var all = kept.download(person);
        var day = LocalDate.now(clock);
        Attachment.ZIP.head(response, "my-data-" + day);
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            put(zip, "my-data.json", json.writeValueAsString(machineReadable(person, all, day)));
            put(zip, "my-data.html", readable(person, page, all, day));
        }
    }

    private Map<String, Object> machineReadable(Actor person, List<Kept.For> all, LocalDate day) {
        var told = new LinkedHashMap<String, Object>();
        told.put("person", person.account());
        told.put("day", day.toString());
        told.put("purposes", all.stream().map(DataSheet::told).toList());
        told.put("consents", consents.history(person.account()));
        told.put("looks", looks.at(person.account()));
        return told;
    }

    private static Map<String, Object> told(Kept.For one) {
        var told = new LinkedHashMap<String, Object>();
        told.put("purpose", one.purpose().name());
        told.put("law", one.purpose().law());
        told.put("keptDays", one.purpose().days());
        told.put("after", one.purpose().after());
        told.put("values", one.lines());
        return told;
    }

    private String readable(Actor person, Page page, List<Kept.For> all, LocalDate day) {
        var output = new StringOutput();
        fragments
                .of("me/sheet", page, Map.of("day", day, "kept", all, "looks", looks.at(person.account())))
                .writeTo(output);
        return output.toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
