package org.kepu.privacy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kepu.shared.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff may read of a dependant, each field for itself. */
@Configuration(proxyBeanMethods = false)
class DependantFields {

    @Bean
    FullValues dependantName(Dependants dependants) {
        return field(dependants, Dependants.NAME, Dependant::name, Dependant::masked);
    }

    @Bean
    FullValues dependantBirth(Dependants dependants) {
        return field(
                dependants,
                Dependants.BIRTH,
                one -> one.birth().toString(),
                one -> one.birth().getYear() + "-**");
    }

    private static FullValues field(
            Dependants dependants,
            String column,
            Function<Dependant, String> value,
            Function<Dependant, String> masked) {
        return new FullValues() {
            @Override
            public String field() {
                return column;
            }

            @Override
            public Optional<FullValue> find(Scope scope, UUID record) {
                return dependants.find(scope, record).map(found -> {
                    var dependant = found.dependant();
                    return new FullValue(
                            value.apply(dependant),
                            masked.apply(dependant),
                            found.region(),
                            found.guardian(),
                            dependants.minor(dependant));
                });
            }
        };
    }
}
