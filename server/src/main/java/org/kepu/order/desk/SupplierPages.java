package org.kepu.order.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.order.portal.OrderPlaces;
import org.kepu.order.supply.KeepingSuppliers;
import org.kepu.order.supply.Subjects;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.SupplierId;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The menu on the desk: teams and experts of one's divisions, what they offer, when they are away. */
@Controller
@RequestMapping("/desk/orders/suppliers")
class SupplierPages {

    private final KeepingSuppliers keeping;
    private final Suppliers suppliers;
    private final Subjects subjects;
    private final OrderPlaces places;
    private final OrderDivisions divisions;
    private final Regions regions;
    private final Bodies bodies;

    SupplierPages(
            KeepingSuppliers keeping,
            Suppliers suppliers,
            Subjects subjects,
            OrderPlaces places,
            OrderDivisions divisions,
            Regions regions,
            Bodies bodies) {
        this.keeping = keeping;
        this.suppliers = suppliers;
        this.subjects = subjects;
        this.places = places;
        this.divisions = divisions;
        this.regions = regions;
        this.bodies = bodies;
    }

    @GetMapping
    String list(@May(Right.DISPATCH_ORDERS) Scope scope, Model model) {
        model.addAttribute("lines", places.lines(keeping.of(scope)));
        return "order/suppliers";
    }

    @GetMapping("/new")
    String blank(@May(Right.DISPATCH_ORDERS) Scope scope, Model model) {
        return show(scope, SupplierForm.blank(divisions.first(scope)), null, model);
    }

    @PostMapping("/new")
    String enter(
            @May(Right.DISPATCH_ORDERS) Scope scope,
            @ModelAttribute("form") SupplierForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return keep(scope, form, null, errors, model, response, redirect);
    }

    @GetMapping("/{supplier}")
    String one(@May(Right.DISPATCH_ORDERS) Scope scope, @PathVariable SupplierId supplier, Model model) {
        return show(scope, SupplierForm.of(mine(scope, supplier)), null, model);
    }

    @PostMapping("/{supplier}")
    String change(
            @May(Right.DISPATCH_ORDERS) Scope scope,
            @PathVariable SupplierId supplier,
            @ModelAttribute("form") SupplierForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var known = mine(scope, supplier);
        if (!form.id().equals(known.id().toString())) {
            throw new NotFound();
        }
        return keep(scope, form, known, errors, model, response, redirect);
    }

    @PostMapping("/{supplier}/away")
    String away(
            @May(Right.DISPATCH_ORDERS) Scope scope,
            @PathVariable SupplierId supplier,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var known = mine(scope, supplier);
        var wrong = goAway(scope, supplier, day(first), day(last));
        if (wrong.isEmpty()) {
            redirect.addFlashAttribute("flash", Flash.success("order.supplier.away.done"));
            return "redirect:/desk/orders/suppliers/" + supplier;
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("awayWrong", wrong);
        return show(scope, SupplierForm.of(known), null, model);
    }

    /** What is wrong with the days; empty if they are entered. */
    private String goAway(Scope scope, SupplierId supplier, Optional<LocalDate> first, Optional<LocalDate> last) {
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return "order.supplier.away.wrong";
        }
        return keeping.goAway(scope, supplier, first.get(), last.get()) == KeepingSuppliers.Kept.DONE
                ? ""
                : "order.supplier.away.already";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    @PostMapping("/{supplier}/away/{absence}/remove")
    String back(
            @May(Right.DISPATCH_ORDERS) Scope scope,
            @PathVariable SupplierId supplier,
            @PathVariable UUID absence,
            RedirectAttributes redirect) {
        keeping.comeBack(scope, supplier, absence);
        redirect.addFlashAttribute("flash", Flash.success("order.supplier.away.removed"));
        return "redirect:/desk/orders/suppliers/" + supplier;
    }

    private Supplier mine(Scope scope, SupplierId id) {
        if (!keeping.isMine(scope, id)) {
            throw new NotFound();
        }
        return suppliers.find(id).orElseThrow(NotFound::new);
    }

    private String keep(
            Scope scope,
            SupplierForm form,
            @Nullable Supplier known,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(subjects, errors);
        for (var field : List.of("region", "area")) {
            var code = RegionCode.read(field.equals("region") ? form.region() : form.area());
            if (code.isPresent() && !regions.reaches(scope, code.get()) && !stands(known, field, code.get())) {
                errors.rejectValue(field, "order.form.wrong.reach");
            }
        }
        if (form.bodyId().isPresent() && bodies.find(form.bodyId().get()).isEmpty()) {
            errors.rejectValue("body", "order.supplier.wrong.body");
        }
        if (!errors.hasErrors()) {
            var id = new SupplierId(UUID.fromString(form.id()));
            switch (keeping.keep(scope, id, form.written(), known == null ? 0 : Math.max(form.version(), 1))) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("order.supplier.done", form.title()));
                    return "redirect:/desk/orders/suppliers/" + id;
                }
                case OVERTAKEN -> errors.reject("order.refused.OVERTAKEN");
                case TITLE_TAKEN, ALREADY_AWAY -> errors.rejectValue("title", "order.supplier.wrong.taken");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(scope, form, errors, model);
    }

    /** What they serve may reach further than the clerk does, as long as it stays as it is. */
    private static boolean stands(@Nullable Supplier known, String field, RegionCode code) {
        return known != null && field.equals("area") && known.area().equals(code);
    }

    private String show(Scope scope, SupplierForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("form", form);
        var known = form.version() == 0
                ? Optional.<Supplier>empty()
                : suppliers.find(new SupplierId(UUID.fromString(form.id())));
        model.addAttribute(
                "regions", divisions.of(scope, known.stream().flatMap(one -> Stream.of(one.region(), one.area()))));
        model.addAttribute("bodies", bodiesOf(scope, known));
        model.addAttribute("subjects", subjects.all());
        model.addAttribute(
                "away",
                form.version() == 0 ? List.of() : keeping.away(scope, new SupplierId(UUID.fromString(form.id()))));
        model.addAttribute("errors", errors);
        return "order/supplier";
    }

    private List<Body> bodiesOf(Scope scope, Optional<Supplier> known) {
        var found = new ArrayList<Body>();
        divisions.of(scope).forEach(group -> found.addAll(bodies.in(group.head().code())));
        known.flatMap(one -> bodies.find(one.body()))
                .filter(body -> found.stream().noneMatch(one -> one.id().equals(body.id())))
                .ifPresent(found::add);
        return found;
    }
}
