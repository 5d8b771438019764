package org.kepu.violators;

import org.springframework.stereotype.Controller;

/** A controller for everybody to call. Abstract, so that no test context makes a bean of it. */
@Controller
public abstract class OpenPages {}
