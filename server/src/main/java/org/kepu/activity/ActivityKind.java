package org.kepu.activity;

/**
 * A kind of activity (讲座, 培训, …). Kinds are data: see {@code activity/kinds.yaml}.
 *
 * @param fact the kind of fact as which a session counts
 */
public record ActivityKind(String code, String name, String fact) {}
