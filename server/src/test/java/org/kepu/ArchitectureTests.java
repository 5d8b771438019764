package org.kepu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kepu.shared.May;
import org.kepu.shared.OwnAffairs;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.Scope;
import org.kepu.violators.BorderlessDesk;
import org.kepu.violators.FieldInjection;
import org.kepu.violators.HardOfLocale;
import org.kepu.violators.OpenPages;
import org.kepu.violators.OpenStore;
import org.kepu.violators.OwnScope;
import org.kepu.violators.OwnWatch;
import org.kepu.violators.Shouting;
import org.kepu.violators.Tasks;
import org.kepu.violators.TransactionalPages;
import org.kepu.violators.UnscopedDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;

/** How our code is laid out. Each rule is held against the program and must fail on a class that breaks it. */
class ArchitectureTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.kepu");

    private static final DescribedPredicate<JavaClass> CONTROLLERS = DescribedPredicate.describe(
            "controllers",
            type -> type.isMetaAnnotatedWith(Controller.class) || type.isMetaAnnotatedWith(ControllerAdvice.class));

    private static final DescribedPredicate<JavaClass> REPOSITORIES = DescribedPredicate.describe(
            "repositories",
            type -> type.isMetaAnnotatedWith(org.springframework.stereotype.Repository.class)
                    || type.isAssignableTo(Repository.class));

    private static final DescribedPredicate<JavaMethod> HANDLERS_OF_THE_DESK = DescribedPredicate.describe(
            "handlers of the desk but those of one's own affairs",
            method -> isOfTheDesk(method)
                    && !method.isAnnotatedWith(OwnAffairs.class)
                    && !method.getOwner().isAnnotatedWith(OwnAffairs.class));

    private static final DescribedPredicate<JavaClass> PAGES_OF_THE_DESK = DescribedPredicate.describe(
            "pages of the desk", type -> type.getMethods().stream().anyMatch(HANDLERS_OF_THE_DESK));

    private static final String STANDING = "org.kepu.access.Standing";
    private static final String DEMO_AT_START = "org.kepu.DemoAtStart";
    private static final String PORTAL_OF_PLANS = "org.kepu.ledger.progress.Progress";
    private static final String LIGHTS_OF_TARGETS = "org.kepu.indicator.target.TargetStandings";

    private static final DescribedPredicate<CanBeAnnotated> INJECTED = DescribedPredicate.describe(
            "annotated for injection",
            field -> Stream.of(Autowired.class.getName(), Value.class.getName(), "jakarta.inject.Inject")
                            .anyMatch(field::isAnnotatedWith)
                    || field.isAnnotatedWith("jakarta.annotation.Resource"));

    @Test
    void controllers_are_seen_by_nobody_but_the_framework() {
        var rule = classes()
                .that(CONTROLLERS)
                .should()
                .notBePublic()
                .because(
                        "a page is reached by its address; use the module's public use case from other modules instead");
        holds(rule, OpenPages.class);
        assertThat(OURS.stream().filter(CONTROLLERS)).hasSizeGreaterThan(10);
    }

    @Test
    void controllers_open_no_transactions() {
        var rule = classes()
                .that(CONTROLLERS)
                .should(notBeTransactional())
                .because("a page calls one use case; put @Transactional on the use case instead");
        holds(rule, TransactionalPages.class);
        assertThat(OURS.stream().filter(ArchitectureTests::isTransactional))
                .as("transactions are declared somewhere, so the rule speaks of something")
                .isNotEmpty();
    }

    @Test
    void repositories_are_seen_by_their_own_package_only() {
        var rule = classes()
                .that(REPOSITORIES)
                .should()
                .notBePublic()
                .because("rows belong to their module; use a public use case that returns values instead");
        holds(rule, OpenStore.class);
        holds(rule, OpenStore.ByMethods.class);
        assertThat(OURS.stream().filter(REPOSITORIES).map(JavaClass::getSimpleName))
                .contains("Tasks", "Drafts", "Accounts");
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor() {
        var rule = fields().should(new ArchCondition<>("not be injected") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                field, !INJECTED.test(field), field.getDescription() + " is injected"));
                    }
                })
                .because("a class should not exist half made; use the constructor instead");
        holds(rule, FieldInjection.class);
    }

    @Test
    void nothing_but_the_clock_tells_the_time() {
        Predicate<JavaAccess<?>> ownWatch = access -> {
            var owner = access.getTargetOwner();
            var name = access.getName();
            var isNow = owner.getPackageName().equals("java.time") && name.equals("now");
            return isNow && !takes(access, Clock.class)
                    || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                    || owner.isEquivalentTo(Date.class) && name.equals("<init>") && takesNothing(access)
                    || owner.isEquivalentTo(Calendar.class) && name.equals("getInstance")
                    || owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"));
        };
        var rule = classes()
                .that(DescribedPredicate.describe(
                        "classes but KepuApplication, where the clock is wound",
                        type -> !type.isEquivalentTo(KepuApplication.class)))
                .should(notAccess("a watch of one's own", ownWatch))
                .because("tests must be able to say what day it is; use the injected Clock instead");
        for (var watch : OwnWatch.class.getDeclaredClasses()) {
            holds(rule, watch);
        }
        assertThat(accesses().filter(access -> access.getName().equals("now") && takes(access, Clock.class)))
                .as("the clock is asked somewhere, so the rule speaks of something")
                .isNotEmpty();
    }

    @Test
    void letters_change_their_case_by_a_named_locale() {
        Predicate<JavaAccess<?>> bareCase = access -> isCaseChange(access) && takesNothing(access);
        var rule = classes()
                .should(notAccess("the machine's locale", bareCase))
                .because("in a Turkish locale \"TITLE\" has no i; use toLowerCase(Locale.ROOT) instead");
        holds(rule, HardOfLocale.class);
        holds(rule, HardOfLocale.ByReference.class);
        assertThat(accesses().filter(access -> isCaseChange(access) && takes(access, Locale.class)))
                .as("case is changed somewhere, so the rule speaks of something")
                .isNotEmpty();
    }

    @Test
    void only_the_command_line_and_the_first_start_speak_on_the_console() {
        Predicate<JavaAccess<?>> console = access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && (access.getName().equals("out") || access.getName().equals("err"))
                || access.getName().equals("printStackTrace");
        DescribedPredicate<JavaClass> speakers = DescribedPredicate.describe(
                "the command line and FirstStart",
                type -> type.getPackageName().equals("org.kepu")
                        || type.getName().equals("org.kepu.access.FirstStart"));
        var rule = classes()
                .that(DescribedPredicate.not(speakers))
                .should(notAccess("the console", console))
                .because("standard output belongs to the command line; use a logger instead");
        holds(rule, Shouting.class);
        assertThat(accesses().filter(console).map(access -> access.getOriginOwner()))
                .as("those who may speak do, so the exemption is no dead letter")
                .isNotEmpty()
                .allMatch(speakers);
    }

    @Test
    void every_page_of_the_desk_asks_what_its_reader_may_do() {
        var rule = methods()
                .that(HANDLERS_OF_THE_DESK)
                .should(new ArchCondition<>("take a @May Scope") {
                    @Override
                    public void check(JavaMethod handler, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                handler, takesScope(handler), handler.getDescription() + " takes no @May Scope"));
                    }
                })
                .because("a session alone is no permission; use @May(Right.X) Scope instead, or @OwnAffairs on pages"
                        + " about the reader's own account");
        holds(rule, UnscopedDesk.class);
        assertThat(OURS.stream().flatMap(type -> type.getMethods().stream()).filter(HANDLERS_OF_THE_DESK))
                .hasSizeGreaterThan(30);
    }

    @Test
    void pages_of_the_desk_reach_rows_by_scope_alone() {
        Predicate<JavaAccess<?>> unscoped = access -> access instanceof JavaCodeUnitAccess<?> call
                && !call.getTarget().getName().equals("<init>")
                && !call.getOrigin().isAnnotatedWith(OwnAffairs.class)
                && !isElsewhere(call.getOrigin())
                && !call.getTargetOwner().getName().equals(STANDING)
                && keepsRows(call.getTargetOwner())
                && !call.getTargetOwner().isAnnotatedWith(PublicKnowledge.class)
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(taken -> taken.isEquivalentTo(Scope.class));
        var rule = classes()
                .that(PAGES_OF_THE_DESK)
                .should(notAccess("rows without a scope", unscoped))
                .because("what is not named in a scope is not there; use a use case that takes the Scope instead, or"
                        + " say @PublicKnowledge where anybody may know");
        holds(rule, BorderlessDesk.class);
        assertThat(OURS.stream()
                        .filter(PAGES_OF_THE_DESK)
                        .flatMap(page -> page.getAccessesFromSelf().stream())
                        .filter(access -> access instanceof JavaCodeUnitAccess<?> call
                                && call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(taken -> taken.isEquivalentTo(Scope.class))))
                .as("scopes are passed on, so the rule speaks of something")
                .hasSizeGreaterThan(30);
    }

    @Test
    void scopes_come_from_grants_alone() {
        Predicate<JavaAccess<?>> made = access -> access.getTargetOwner().isEquivalentTo(Scope.class)
                && (access.getName().equals("<init>") || access.getName().equals("ofProgram"));
        var rule = classes()
                .that(DescribedPredicate.describe(
                        "classes but Scope, Standing, DemoAtStart and the portal of plans",
                        type -> Stream.of(
                                        Scope.class.getName(),
                                        STANDING,
                                        DEMO_AT_START,
                                        PORTAL_OF_PLANS,
                                        LIGHTS_OF_TARGETS)
                                .noneMatch(type.getName()::startsWith)))
                .should(notAccess("a scope of one's own making", made))
                .because("who may do what is decided by grants; use the Scope that comes with @May instead");
        holds(rule, OwnScope.class);
        holds(rule, OwnScope.AsProgram.class);
        assertThat(accesses()
                        .filter(made)
                        .map(access -> access.getOriginOwner().getName().replaceFirst("\\$.*", ""))
                        .distinct())
                .as("those who may make scopes do, so the exemption is no dead letter")
                .contains(STANDING, DEMO_AT_START, PORTAL_OF_PLANS, LIGHTS_OF_TARGETS);
    }

    @Test
    void no_two_beans_bear_one_name() {
        assertThat(namesakes(OURS.stream()))
                .as(
                        "a bean is called like its class, and with two of one name the program does not start; find another noun")
                .isEmpty();
        var second = new ClassFileImporter().importClasses(Tasks.class);
        assertThat(namesakes(Stream.concat(OURS.stream(), second.stream()))).containsExactly("Tasks");
    }

    private static Set<String> namesakes(Stream<JavaClass> types) {
        return types
                .filter(type -> type.isMetaAnnotatedWith(Component.class) || REPOSITORIES.test(type))
                .collect(groupingBy(JavaClass::getSimpleName, counting()))
                .entrySet()
                .stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Mapped below /desk, and not about one's own account only. */
    private static boolean isOfTheDesk(JavaMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        var owner = AnnotatedElementUtils.findMergedAnnotation(method.getOwner().reflect(), RequestMapping.class);
        if (mapping == null) {
            return false;
        }
        var roots = owner == null || owner.path().length == 0 ? new String[] {""} : owner.path();
        var paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
        return Stream.of(roots)
                .flatMap(root -> Stream.of(paths).map(path -> root + path))
                .anyMatch(path -> path.equals("/desk") || path.startsWith("/desk/"));
    }

    /** A handler of another address than the desk's, in the same class. */
    private static boolean isElsewhere(JavaCodeUnit origin) {
        return origin instanceof JavaMethod method
                && AnnotatedElementUtils.hasAnnotation(method.reflect(), RequestMapping.class)
                && !isOfTheDesk(method);
    }

    private static boolean takesScope(JavaMethod handler) {
        return handler.getParameters().stream()
                .anyMatch(parameter ->
                        parameter.getRawType().isEquivalentTo(Scope.class) && parameter.isAnnotatedWith(May.class));
    }

    private static boolean keepsRows(JavaClass type) {
        return type.isMetaAnnotatedWith(Service.class)
                || REPOSITORIES.test(type)
                || type.getFields().stream()
                        .map(field -> field.getRawType())
                        .anyMatch(field ->
                                field.isAssignableTo(JdbcClient.class) || field.isAssignableTo(JdbcOperations.class));
    }

    /** The rule holds for the program and fails, with its reason, on the one class that breaks it. */
    private static void holds(ArchRule rule, Class<?> violator) {
        rule.check(OURS);
        var broken = new ClassFileImporter().importClasses(violator);
        assertThatThrownBy(() -> rule.check(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violator.getSimpleName())
                .hasMessageContaining("instead");
    }

    private static boolean isTransactional(JavaClass type) {
        return type.isMetaAnnotatedWith(Transactional.class)
                || type.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Transactional.class));
    }

    private static ArchCondition<JavaClass> notBeTransactional() {
        return new ArchCondition<>("not be transactional") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, !isTransactional(type), type.getDescription() + " is transactional"));
            }
        };
    }

    private static ArchCondition<JavaClass> notAccess(String what, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>("not use " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    private static Stream<JavaAccess<?>> accesses() {
        return OURS.stream().flatMap(type -> type.getAccessesFromSelf().stream());
    }

    private static boolean isCaseChange(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(String.class)
                && (access.getName().equals("toLowerCase") || access.getName().equals("toUpperCase"));
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean takes(JavaAccess<?> access, Class<?> type) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream().anyMatch(taken -> taken.isEquivalentTo(type));
    }
}
