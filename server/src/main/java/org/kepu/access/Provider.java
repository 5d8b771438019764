package org.kepu.access;

/** Another sign-in provider, as the pages offer it. */
public record Provider(String name, String path) {}
