package org.kepu.plandoc;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Prints plans and comparisons in the agreed JSON. Places in the source are left out. */
public final class PlanJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    public String print(ParsedPlan plan) {
        return printed(json -> write(plan, json));
    }

    public String print(PlanComparison comparison) {
        return printed(json -> write(comparison, json));
    }

    private interface Part {
        void write(JsonGenerator json);
    }

    private interface Entry<T> {
        void write(T entry, JsonGenerator json);
    }

    private static String printed(Part whole) {
        var text = new StringWriter();
        var layout = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (var json = FACTORY.createGenerator(layout, text)) {
            whole.write(json);
        }
        return text.append('\n').toString();
    }

    private static void write(ParsedPlan plan, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("schema", "kepu.plan/1");
        json.writeStringProperty("title", plan.title());
        json.writeStringProperty("documentNumber", plan.documentNumber());
        json.writeStringProperty("issuer", plan.issuer());
        json.writeStringProperty(
                "signedOn", plan.signedOn() == null ? null : plan.signedOn().toString());
        year("periodFrom", plan.periodFrom(), json);
        year("periodTo", plan.periodTo(), json);
        words("basis", plan.basis(), json);
        array("goals", plan.goals(), PlanJson::write, json);
        array("programmes", plan.programmes(), PlanJson::write, json);
        array("phases", plan.phases(), PlanJson::write, json);
        array("organisation", plan.organisation(), PlanJson::write, json);
        array("findings", plan.findings(), PlanJson::write, json);
        json.writeEndObject();
    }

    private static void write(Programme programme, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", programme.kind().name());
        json.writeNumberProperty("ordinal", programme.ordinal());
        json.writeStringProperty("title", programme.title());
        words("leads", programme.leads(), json);
        words("participants", programme.participants(), json);
        array("measures", programme.measures(), PlanJson::write, json);
        json.writeEndObject();
    }

    private static void write(Measure measure, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("ordinal", measure.ordinal());
        json.writeStringProperty("title", measure.title());
        json.writeStringProperty("text", measure.text());
        words("leads", measure.leads(), json);
        words("participants", measure.participants(), json);
        json.writeStringProperty("assignedBy", measure.assignedBy().name());
        array("targets", measure.targets(), PlanJson::write, json);
        json.writeEndObject();
    }

    private static void write(Target target, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("quote", target.quote());
        json.writeStringProperty("operator", target.operator().name());
        json.writeNumberProperty("value", plain(target.value()));
        json.writeStringProperty("unit", target.unit());
        json.writeStringProperty("window", target.window().name());
        json.writeEndObject();
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void write(Phase phase, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("title", phase.title());
        json.writeNumberProperty("from", phase.from());
        json.writeNumberProperty("to", phase.to());
        json.writeEndObject();
    }

    private static void write(OrganisationPoint point, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("title", point.title());
        json.writeStringProperty("text", point.text());
        json.writeEndObject();
    }

    private static void write(Finding finding, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("code", finding.code().name());
        json.writeStringProperty("message", finding.message());
        json.writeStringProperty("quote", finding.quote());
        json.writeEndObject();
    }

    private static void write(PlanComparison comparison, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("schema", "kepu.plan-comparison/1");
        array("links", comparison.links(), PlanJson::write, json);
        words("onlyUpper", comparison.onlyUpper(), json);
        words("onlyLower", comparison.onlyLower(), json);
        array("targets", comparison.targets(), PlanJson::write, json);
        json.writeEndObject();
    }

    private static void write(PlanComparison.Link link, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("upper", link.upper());
        json.writeStringProperty("lower", link.lower());
        json.writeStringProperty("kind", link.kind().name());
        json.writeNumberProperty("score", link.score());
        json.writeEndObject();
    }

    private static void write(PlanComparison.TargetChange change, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("upper", change.upper());
        json.writeStringProperty("lower", change.lower());
        json.writeStringProperty("verdict", change.verdict().name());
        json.writeEndObject();
    }

    private static void year(String name, @Nullable Integer year, JsonGenerator json) {
        if (year == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, year);
        }
    }

    private static void words(String name, List<String> words, JsonGenerator json) {
        array(name, words, (word, into) -> into.writeString(word), json);
    }

    private static <T> void array(String name, List<T> entries, Entry<T> entry, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        entries.forEach(each -> entry.write(each, json));
        json.writeEndArray();
    }
}
