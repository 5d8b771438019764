package org.kepu.body;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kepu.privacy.FullValues;
import org.kepu.shared.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff may read of a delegate in full, each field for itself. */
@Configuration(proxyBeanMethods = false)
class DelegateFields {

    @Bean
    FullValues delegateName(Delegates delegates) {
        return field(delegates, "body.delegate.name", Delegate::name);
    }

    @Bean
    FullValues delegatePhone(Delegates delegates) {
        return field(delegates, Phones.FIELD, Delegate::phone);
    }

    private static FullValues field(Delegates delegates, String column, Function<Delegate, String> value) {
        return new FullValues() {
            @Override
            public String field() {
                return column;
            }

            @Override
            public Optional<FullValue> find(Scope scope, UUID record) {
                return delegates
                        .find(scope, record)
                        .filter(found -> !value.apply(found.delegate()).isBlank())
                        .map(found -> new FullValue(
                                value.apply(found.delegate()),
                                value.apply(found.masked().delegate()),
                                found.region(),
                                null,
                                false));
            }
        };
    }
}
