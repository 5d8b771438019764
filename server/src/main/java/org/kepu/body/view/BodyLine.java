package org.kepu.body.view;

import org.kepu.body.Body;

/** A line of the list of bodies. */
public record BodyLine(Body body, String region) {}
