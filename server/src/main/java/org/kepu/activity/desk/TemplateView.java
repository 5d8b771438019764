package org.kepu.activity.desk;

import org.kepu.activity.template.Template;

/**
 * A pattern in the list.
 *
 * @param keeper the name of the body or of the division that keeps it
 */
public record TemplateView(Template template, String keeper) {}
