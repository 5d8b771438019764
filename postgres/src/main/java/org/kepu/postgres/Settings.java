package org.kepu.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the server is told at each start, as lines of its configuration; {@code durable} says whether a committed row
 * must survive a power cut.
 */
public record Settings(boolean durable, Map<String, String> parameters) {
    /** What holds for all our servers: reached from this machine only, and quiet. */
    private static final Map<String, String> HOUSE = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "100",
            "client_connection_check_interval", "10s",
            "jit", "off",
            "log_min_messages", "warning",
            "log_checkpoints", "off",
            "log_line_prefix", "%m [%p] %q%u@%d ");

    private static final long MEGABYTE = 1024 * 1024;

    public Settings {
        parameters = Map.copyOf(parameters);
    }

    /** For data that matters, on this machine. */
    public static Settings forService() {
        return forService(memory() / MEGABYTE);
    }

    /**
     * For data that matters. A quarter of the memory holds pages, the rest is left to the program and to the system.
     * Pages go into the log as they are: the archive knows only pglz, which took longer than the disk.
     *
     * @param memory of the machine, in MB
     */
    static Settings forService(long memory) {
        return new Settings(
                true,
                Map.of(
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "shared_buffers", Math.clamp(memory / 4, 128, 8192) + "MB",
                        "effective_cache_size", Math.max(memory / 2, 512) + "MB",
                        "work_mem", "16MB",
                        "maintenance_work_mem", "128MB",
                        "max_wal_size", "4GB",
                        "checkpoint_timeout", "15min",
                        "random_page_cost", "1.1"));
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** For data that nobody will miss; many programs may use it, each with connections of its own. */
    public static Settings forTests() {
        return new Settings(
                false,
                Map.of(
                        "max_connections", "400",
                        "fsync", "off",
                        "synchronous_commit", "off",
                        "full_page_writes", "off",
                        "shared_buffers", "64MB",
                        "wal_level", "minimal",
                        "max_wal_senders", "0",
                        "max_wal_size", "1GB",
                        "autovacuum", "off"));
    }

    /** The same with one line changed or added. */
    public Settings with(String parameter, String value) {
        var changed = new TreeMap<>(parameters);
        changed.put(parameter, value);
        return new Settings(durable, changed);
    }

    String asConfiguration() {
        var lines = new StringBuilder(
                "# Written at each start. Put lines of your own into postgresql.conf, after the include.\n");
        var all = new TreeMap<>(HOUSE);
        all.putAll(parameters);
        all.forEach((name, value) -> lines.append("%s = '%s'\n".formatted(name, value)));
        return lines.toString();
    }
}
