package org.kepu.indicator.desk;

import org.kepu.indicator.figure.Definition;

/** An indicator in the list, with how it is counted. */
public record IndicatorLine(Definition definition, String sentence) {}
