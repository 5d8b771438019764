package org.kepu.page;

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

    private final SingletonSupplier<Map<String, HandlerMethod>> pages;

    Doors(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        pages = SingletonSupplier.of(() -> shown(mappings.getObject()));
    }

    private static Map<String, HandlerMethod> shown(RequestMappingHandlerMapping mappings) {
        var shown = new HashMap<String, HandlerMethod>();
        mappings.getHandlerMethods().forEach((mapping, page) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().forEach(path -> shown.put(path, page));
            }
        });
        return shown;
    }

    List<Door> portal() {
        return open(Door.portal());
    }

    /** Those whose page this reader may open. */
    List<Door> desk(Set<Right> rights) {
        return open(Door.desk()).stream()
                .filter(door -> needed(door).map(rights::contains).orElse(true))
                .toList();
    }

    private Optional<Right> needed(Door door) {
        return Optional.ofNullable(pages.obtain().get(door.path())).flatMap(Doors::right);
    }

    private static Optional<Right> right(HandlerMethod page) {
        return Arrays.stream(page.getMethodParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getParameterAnnotation(May.class)))
                .map(May::value)
                .findFirst();
    }

    private List<Door> open(List<Door> doors) {
        return doors.stream()
                .filter(door -> pages.obtain().containsKey(door.path()))
                .toList();
    }
}
