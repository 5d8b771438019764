package org.kepu;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** Nobody reads another module's tables. The SQL is text, so the rule reads the text. */
class TablesTests {

    private static final Pattern CREATED = Pattern.compile("(?i)create\\s+table\\s+(?:(\\w+)\\.)?(\\w+)");
    private static final Pattern REFERENCED = Pattern.compile("(?i)references\\s+(?:(\\w+)\\.)?(\\w+)");
    private static final Pattern STATEMENT =
            Pattern.compile("(?is)^\\s*(select|insert|update|delete|with|truncate|merge|lock|copy|create)\\b.*");
    private static final Pattern QUALIFIED = Pattern.compile("(?i)\\b([a-z_]+)\\.([a-z_]+)");
    /** A function is a module's word to others; its tables are not. */
    private static final Pattern SOURCE_OF_ROWS =
            Pattern.compile("(?i)\\b(?:from|join|into|update|truncate|merge into)\\s+([a-z_]+)\\.([a-z_]+)\\b(?!\\()");

    private static final Pattern MAPPED = Pattern.compile("\\bTable\\([^)]*schema\\s*=\\s*\"(\\w+)\"");
    private static final Pattern NAME = Pattern.compile("V[1-9]\\d*__[a-z0-9]+(_[a-z0-9]+)*\\.sql");

    /** The only schema that the foreign keys of other modules may point at: the administrative tree. */
    private static final String GROUND = "region";

    private final Map<String, Set<String>> tables = tables();

    @Test
    void a_module_speaks_of_its_own_tables_only() {
        var strangers = new TreeSet<String>();
        var spokenOf = new TreeSet<String>();
        for (var file : Sources.files(Sources.JAVA, ".java")) {
            var module = schema(Sources.module(Sources.JAVA, file));
            var text = Sources.text(file);
            foreign(module, text).forEach(table -> strangers.add(file.getFileName() + " speaks of " + table));
            if (mentioned(text).anyMatch(table -> table.startsWith(module + "."))) {
                spokenOf.add(module);
            }
        }
        assertThat(strangers)
                .as("tables of other modules; call the public use case of their module instead")
                .isEmpty();
        assertThat(spokenOf)
                .as("modules with tables whose own SQL was found, so the rule has read something")
                .isEqualTo(tables.keySet());
    }

    @Test
    void the_rule_of_own_tables_catches_those_who_break_it() {
        var violator = Sources.text(Path.of("src/test/java/org/kepu/violators/OthersTables.java"));
        assertThat(foreign("ledger", violator))
                .containsExactlyInAnyOrder("body.body", "plan.measure", "access.account", "schema plan");
        assertThat(foreign("plan", violator)).contains("body.body", "access.account", "ledger.task");
    }

    @Test
    void foreign_keys_cross_a_module_only_towards_the_administrative_tree() {
        var crossing = new TreeSet<String>();
        for (var file : Sources.files(Sources.MIGRATIONS, ".sql")) {
            var module = Sources.module(Sources.MIGRATIONS, file);
            crossing.addAll(foreignKeys(module, Sources.text(file)));
        }
        assertThat(crossing).as("schemas pointed at from others").isSubsetOf(GROUND);
        assertThat(foreignKeys("ledger", "create table task (plan uuid references plan.plan)"))
                .containsExactly("plan");
    }

    @Test
    void every_table_is_made_by_the_module_whose_schema_it_is_in() {
        for (var file : Sources.files(Sources.MIGRATIONS, ".sql")) {
            var module = schema(Sources.module(Sources.MIGRATIONS, file));
            assertThat(CREATED.matcher(Sources.text(file)).results().map(found -> found.group(1)))
                    .as(file.toString())
                    .allMatch(schema -> schema == null || schema.equals(module));
        }
        assertThat(tables.values()).allSatisfy(made -> assertThat(made).isNotEmpty());
    }

    @Test
    void migrations_are_named_so_that_flyway_takes_them() {
        assertThat(Sources.files(Sources.MIGRATIONS, ""))
                .filteredOn(file -> file.toFile().isFile())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches(NAME))
                .allSatisfy(file -> assertThat(Sources.module(Sources.MIGRATIONS, file))
                        .as("the module of %s", file)
                        .isNotEmpty());
        assertThat("V12_0_5_alterPaperIndexItem.sql").doesNotMatch(NAME);
        assertThat("V2_regions.sql").doesNotMatch(NAME);
    }

    @Test
    void numbers_of_migrations_follow_each_other_in_each_module() {
        for (var module : Sources.folders(Sources.MIGRATIONS)) {
            var numbers = Sources.files(Sources.MIGRATIONS.resolve(module), ".sql").stream()
                    .map(file -> file.getFileName().toString())
                    .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .as(module)
                    .isEqualTo(
                            Stream.iterate(1, i -> i + 1).limit(numbers.size()).toList());
        }
    }

    @Test
    void modules_with_tables_are_migrated_after_those_they_build_on() throws ClassNotFoundException {
        var order = migrated();
        assertThat(order).containsExactlyInAnyOrderElementsOf(Sources.folders(Sources.MIGRATIONS));
        for (var module : order) {
            var before = order.subList(0, order.indexOf(module));
            assertThat(before).as("migrated before " + module).containsAll(neededBy(module, order));
        }
        assertThat(neededBy("ledger", order)).as("the rule speaks of something").contains("region", "plan");
    }

    /** What a source speaks of that is not its module's: tables by name, and schemas in a mapping. */
    private Set<String> foreign(String module, String java) {
        var found = new TreeSet<String>();
        mentioned(java).filter(table -> !table.startsWith(module + ".")).forEach(found::add);
        MAPPED.matcher(Sources.withoutComments(java))
                .results()
                .map(mapping -> mapping.group(1))
                .filter(schema -> !schema.equals(module))
                .forEach(schema -> found.add("schema " + schema));
        return found;
    }

    /** Tables named with their schema: whatever rows are taken from, and any known table within a statement. */
    private Stream<String> mentioned(String java) {
        return Sources.literals(java).flatMap(literal -> {
            var sources = SOURCE_OF_ROWS
                    .matcher(literal)
                    .results()
                    .filter(found -> tables.containsKey(found.group(1)))
                    .map(found -> found.group(1) + "." + found.group(2));
            var named = STATEMENT.matcher(literal).matches()
                    ? QUALIFIED.matcher(literal).results()
                    : Stream.<MatchResult>empty();
            return Stream.concat(
                    sources,
                    named.filter(found -> tables.getOrDefault(found.group(1), Set.of())
                                    .contains(found.group(2)))
                            .map(found -> found.group(1) + "." + found.group(2)));
        });
    }

    private static Set<String> foreignKeys(String module, String sql) {
        return REFERENCED
                .matcher(sql)
                .results()
                .map(found -> found.group(1))
                .filter(schema -> schema != null && !schema.equals(module))
                .collect(toSet());
    }

    private static Map<String, Set<String>> tables() {
        var tables = new TreeMap<String, Set<String>>();
        for (var module : Sources.folders(Sources.MIGRATIONS)) {
            tables.put(
                    schema(module),
                    Sources.files(Sources.MIGRATIONS.resolve(module), ".sql").stream()
                            .flatMap(file -> CREATED.matcher(Sources.text(file)).results())
                            .map(found -> found.group(2))
                            .collect(toSet()));
        }
        return tables;
    }

    /** The schema of a module: its name, unless that is a word of SQL. */
    private static String schema(String module) {
        return ModuleMigrations.MODULES.stream()
                .filter(known -> known.name().equals(module))
                .map(ModuleMigrations.Module::schema)
                .findFirst()
                .orElse(module);
    }

    private static List<String> migrated() {
        return ModuleMigrations.MODULES.stream()
                .map(ModuleMigrations.Module::name)
                .toList();
    }

    private static List<String> neededBy(String module, List<String> withTables) throws ClassNotFoundException {
        var declared = Class.forName("org.kepu." + module + ".package-info").getAnnotation(ApplicationModule.class);
        return Arrays.stream(declared.allowedDependencies())
                .filter(withTables::contains)
                .toList();
    }
}
