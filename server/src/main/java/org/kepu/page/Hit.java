package org.kepu.page;

/**
 * Something that a search found.
 *
 * @param title what it is called
 * @param path where it is read
 * @param excerpt the words around the place that was found, plain text; may be empty
 */
public record Hit(String title, String path, String excerpt) {}
