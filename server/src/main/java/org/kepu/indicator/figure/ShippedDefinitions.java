package org.kepu.indicator.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.Yaml;

/** Brings the definitions of {@code indicator/definitions.yaml} into the database at the start. */
@Component
@DependsOn("shippedTerms")
class ShippedDefinitions implements SmartInitializingSingleton {

    /** They hold for every fact that there is. */
    private static final LocalDate BEGINNING = LocalDate.of(1949, 10, 1);

    private final Definitions definitions;
    private final DefinitionJson json;
    private final TransactionTemplate transaction;

    ShippedDefinitions(Definitions definitions, DefinitionJson json, TransactionTemplate transaction) {
        this.definitions = definitions;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(
                begun -> read().forEach(definition -> definitions.ship(definition, BEGINNING)));
    }

    private List<Definition> read() {
        try (var file = new ClassPathResource("indicator/definitions.yaml").getInputStream()) {
            List<?> trees = new Yaml().load(file);
            return trees.stream().<Definition>map(json::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
