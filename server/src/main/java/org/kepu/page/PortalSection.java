package org.kepu.page;

import java.util.Map;
import java.util.Optional;

/** A module's part of the portal's home page. Beans of this type are shown in their order, each by its own template. */
public interface PortalSection {

    int order();

    /** The template without its ending, such as {@code plan/home}; it takes {@code page} and what {@link #model} holds. */
    String template();

    /** What the template shows; empty when there is nothing to show yet, and then the section is not there. */
    Optional<Map<String, Object>> model();
}
