package org.kepu.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.SourceText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a document's text and structure are kept in the database. */
@Component
public class DocumentJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(SourceText.Block.class, BlockByShape.class)
            .build();

    public SourceText source(String json) {
        return mapper.readValue(json, SourceText.class);
    }

    public ParsedPlan structure(String json) {
        return mapper.readValue(json, ParsedPlan.class);
    }

    public String of(SourceText source) {
        return mapper.writeValueAsString(source);
    }

    public String of(ParsedPlan structure) {
        return mapper.writeValueAsString(structure);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    private interface BlockByShape {}
}
