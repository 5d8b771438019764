package org.kepu.indicator.figure;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Definitions as JSON, word for word as {@code indicator/definition.schema.json} describes it. What is not in it is refused. */
@Component
public class DefinitionJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .build();

    /** The definition that a text says; what it does not know is refused. */
    public Definition read(String text) {
        return mapper.readValue(text, Definition.class);
    }

    /** From the tree that YAML gives. */
    Definition read(Object tree) {
        return mapper.convertValue(tree, Definition.class);
    }

    /** The definition in full, on several lines. */
    public String write(Definition definition) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(definition);
    }
}
