package org.kepu.order.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.PortalSection;
import org.springframework.stereotype.Component;

/** The way to a service that one may ask for, on the portal's first page, once somebody serves. */
@Component
class OrdersOnPortal implements PortalSection {

    private final Suppliers suppliers;

    OrdersOnPortal(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "order/home";
    }

    @Override
    public Optional<Map<String, Object>> model() {
        return suppliers.menu(List.of(), "", 1, 1).total() == 0 ? Optional.empty() : Optional.of(Map.of());
    }
}
