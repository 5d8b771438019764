package org.kepu.page;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows which doors have a page behind them in this program, so that no menu holds a dead link. */
@Component
class Doors {

    private final SingletonSupplier<Map<Door, Optional<Right>>> open;

    Doors(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        open = SingletonSupplier.of(() -> open(mappings.getObject()));
    }

    /** The doors with a page behind them, and the right that it asks for. */
    private static Map<Door, Optional<Right>> open(RequestMappingHandlerMapping mappings) {
        var pages = new HashMap<String, HandlerMethod>();
        mappings.getHandlerMethods().forEach((mapping, page) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().forEach(path -> pages.put(path, page));
            }
        });
        return Arrays.stream(Door.values())
                .flatMap(door -> Stream.ofNullable(pages.get(door.path())).map(page -> Map.entry(door, right(page))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Door> portal() {
        return Door.portal().stream().filter(open.obtain()::containsKey).toList();
    }

    /** Those whose page this reader may open. */
    List<Door> desk(Set<Right> rights) {
        var needed = open.obtain();
        return Door.desk().stream()
                .filter(door -> needed.containsKey(door)
                        && needed.get(door).map(rights::contains).orElse(true))
                .toList();
    }

    private static Optional<Right> right(HandlerMethod page) {
        return Arrays.stream(page.getMethodParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getParameterAnnotation(May.class)))
                .map(May::value)
                .findFirst();
    }
}
