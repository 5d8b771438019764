package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of the desk there is, not only those somebody thought of. */
class DeskIsClosedTest extends RunningSite {

    private static final int AT_LEAST = 20;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private record Door(RequestMethod method, String path) {}

    @Test
    void nobody_without_a_session_comes_onto_the_desk() {
        var doors = desk();
        var open = new ArrayList<String>();
        for (var door : doors) {
            var stranger = visitor();
            var page = stranger.get("/sign-in");
            var answer = door.method() == RequestMethod.GET ? stranger.get(door.path()) : stranger.post(door.path());
            if (answer.status() != 302 || !answer.location().equals("/sign-in") || page.status() != 200) {
                open.add(door + " answers " + answer.status() + " " + answer.location());
            }
        }
        System.out.println("doors of the desk: " + doors.size());
        assertThat(open).isEmpty();
        assertThat(doors).hasSizeGreaterThan(AT_LEAST);
    }

    @Test
    void nothing_is_done_without_the_token_of_the_form() {
        var clerk = clerk();
        clerk.get("/desk");
        var doors = desk().stream()
                .filter(door -> door.method() == RequestMethod.POST)
                .toList();
        var open = new ArrayList<String>();
        for (var door : doors) {
            for (var token : List.of("", "made-up")) {
                var answer = clerk.postWithToken(door.path(), token);
                if (answer.status() != 403) {
                    open.add(door + " answers " + answer.status());
                }
            }
        }
        System.out.println("forms of the desk: " + doors.size());
        assertThat(open).isEmpty();
        assertThat(doors).hasSizeGreaterThan(AT_LEAST / 2);
    }

    /** Each mapping under /desk, its variables filled with something that could be there. */
    private Set<Door> desk() {
        var doors = new TreeSet<Door>(java.util.Comparator.comparing(Door::path).thenComparing(Door::method));
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            for (var pattern : mapping.getPatternValues()) {
                if (pattern.equals("/desk") || pattern.startsWith("/desk/")) {
                    var path = pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001");
                    for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                        doors.add(new Door(method, path));
                    }
                }
            }
        });
        return doors;
    }
}
