package org.kepu.indicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the description of the interface says, against what runs. */
class ApiDescriptionTest extends RunningSite {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void every_address_and_parameter_is_described_and_nothing_else() {
        var running = new TreeMap<String, TreeSet<String>>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> running.put(
                                        method.name().toLowerCase(Locale.ROOT) + " " + path, parameters(handler)))));
        assertThat(running).hasSizeGreaterThan(6);
        assertThat(described()).isEqualTo(running);
    }

    @Test
    void every_address_says_what_it_is_for_and_every_parameter_what_it_means() {
        var description = description();
        assertThat(description.path("openapi").asString()).startsWith("3.");
        for (var path : description.path("paths").values()) {
            for (var operation : path.values()) {
                assertThat(operation.path("summary").asString(""))
                        .as(operation.toString())
                        .isNotBlank();
                for (var parameter : operation.path("parameters")) {
                    assertThat(parameter.path("description").asString(""))
                            .as(parameter.toString())
                            .isNotBlank();
                }
            }
        }
        assertThat(description
                        .path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    @Test
    void a_fact_to_be_told_is_described_field_by_field() {
        var body =
                description().path("paths").path("/api/v1/facts").path("post").path("requestBody");
        assertThat(body.path("content").propertyNames())
                .containsExactlyInAnyOrder("application/json", "application/x-ndjson");
        assertThat(description()
                        .path("components")
                        .path("schemas")
                        .path("WrittenFact")
                        .path("properties")
                        .propertyNames())
                .contains(
                        "id", "version", "withdrawn", "kind", "day", "region", "amounts", "persons", "thing", "title");
    }

    private TreeMap<String, TreeSet<String>> described() {
        var described = new TreeMap<String, TreeSet<String>>();
        description()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var names = new TreeSet<String>();
                    for (var parameter : operation.getValue().path("parameters")) {
                        names.add(parameter.path("name").asString());
                    }
                    described.put(operation.getKey() + " " + path.getKey(), names);
                }));
        return described;
    }

    private JsonNode description() {
        var answer = visitor().get("/api/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static TreeSet<String> parameters(HandlerMethod handler) {
        var names = new TreeSet<String>();
        Stream.of(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        || parameter.hasParameterAnnotation(PathVariable.class))
                .map(MethodParameter::getParameter)
                .forEach(parameter -> names.add(parameter.getName()));
        Stream.of(handler.getMethodParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getParameterAnnotation(RequestHeader.class)))
                .forEach(header -> names.add(header.name()));
        return names;
    }
}
