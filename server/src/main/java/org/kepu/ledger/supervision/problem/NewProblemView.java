package org.kepu.ledger.supervision.problem;

import java.util.List;
import org.kepu.body.Body;
import org.kepu.region.Region;

/** The form for a problem. */
public record NewProblemView(ProblemForm form, List<Region> offices, List<Body> bodies) {}
