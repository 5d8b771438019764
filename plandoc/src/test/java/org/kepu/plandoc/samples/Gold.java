package org.kepu.plandoc.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A right answer, as the file beside the sample gives it. */
record Gold(JsonNode plan) {
    record Item(JsonNode programme, JsonNode measure) {}

    static Gold read(Path file) {
        return new Gold(JsonMapper.shared().readTree(file));
    }

    List<Item> items() {
        var items = new ArrayList<Item>();
        for (var programme : plan.path("programmes")) {
            programme.path("measures").forEach(measure -> items.add(new Item(programme, measure)));
        }
        return items;
    }

    Map<String, String> characters() {
        var map = new HashMap<String, String>();
        plan.path("charMap").forEachEntry((from, to) -> map.put(from, to.asString()));
        return map;
    }

    /** One value or several: any is right. */
    static List<String> any(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        return value.isArray() ? strings(value) : List.of(value.asString());
    }

    static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
