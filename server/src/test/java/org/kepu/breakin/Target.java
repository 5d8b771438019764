package org.kepu.breakin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One method on one address of the program. */
record Target(RequestMethod method, String pattern, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");

    /** All there are, from the mappings that run. */
    static List<Target> all(RequestMappingHandlerMapping mappings) {
        var targets = new TreeSet<Target>(Comparator.comparing(Target::pattern).thenComparing(Target::method));
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var named = mapping.getMethodsCondition().getMethods();
            for (var pattern : mapping.getPatternValues()) {
                var methods = named.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : named;
                methods.forEach(method -> targets.add(new Target(method, pattern, handler)));
            }
        });
        return new ArrayList<>(targets);
    }

    boolean reads() {
        return method == RequestMethod.GET;
    }

    boolean under(String face) {
        return pattern.equals(face) || pattern.startsWith(face + "/");
    }

    /** The right that the page asks for. */
    Optional<Right> right() {
        return parameters()
                .flatMap(parameter -> Stream.ofNullable(parameter.getParameterAnnotation(May.class)))
                .map(May::value)
                .findFirst();
    }

    List<String> variables() {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1)).toList();
    }

    /** The names of the fields that somebody may type something into. */
    List<String> fields() {
        return parameters()
                .filter(parameter -> !parameter.hasParameterAnnotation(PathVariable.class)
                        && !parameter.hasParameterAnnotation(May.class))
                .flatMap(Target::names)
                .distinct()
                .toList();
    }

    private static Stream<String> names(MethodParameter parameter) {
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        var type = parameter.getParameterType();
        if (annotation != null) {
            var given = annotation.name().isEmpty() ? annotation.value() : annotation.name();
            return Stream.of(
                    given.isEmpty() ? String.valueOf(parameter.getParameter().getName()) : given);
        }
        return type.isRecord()
                        && type.getName().startsWith("org.kepu")
                        && !type.getName().startsWith("org.kepu.shared")
                ? Arrays.stream(type.getRecordComponents()).map(component -> component.getName())
                : Stream.empty();
    }

    private Stream<MethodParameter> parameters() {
        return Arrays.stream(handler.getMethodParameters());
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
