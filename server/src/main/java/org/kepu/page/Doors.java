package org.kepu.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows which doors have a page behind them in this program, so that no menu holds a dead link. */
@Component
class Doors {

    private final SingletonSupplier<Set<String>> paths;

    Doors(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages) {
        paths = SingletonSupplier.of(() -> pages.getObject().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    List<Door> portal() {
        return open(Door.portal());
    }

    List<Door> desk() {
        return open(Door.desk());
    }

    private List<Door> open(List<Door> doors) {
        return doors.stream()
                .filter(door -> paths.obtain().contains(door.path()))
                .toList();
    }
}
