package org.kepu.order.portal;

import java.util.List;
import org.kepu.order.supply.Supplier;

/** A team or an expert on the menu, with the names of what they offer and where. */
public record MenuLine(Supplier supplier, List<String> subjects, String area) {}
