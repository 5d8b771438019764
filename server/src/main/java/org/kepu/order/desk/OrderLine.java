package org.kepu.order.desk;

import org.kepu.order.ServiceOrder;

/** An order in a list, with the names of what it speaks of; nothing of whoever asked. */
public record OrderLine(ServiceOrder order, String subject, String region, String supplier, boolean late) {}
