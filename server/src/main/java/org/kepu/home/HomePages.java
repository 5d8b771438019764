package org.kepu.home;

import gg.jte.Content;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.page.Fragments;
import org.kepu.page.Page;
import org.kepu.page.PortalSection;
import org.kepu.page.SameForStrangers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class HomePages {

    private final ObjectProvider<PortalSection> sections;
    private final Fragments fragments;

    HomePages(ObjectProvider<PortalSection> sections, Fragments fragments) {
        this.sections = sections;
        this.fragments = fragments;
    }

    @GetMapping("/")
    @SameForStrangers
    String portal(@ModelAttribute("page") Page page, Model model) {
        model.addAttribute("sections", sections(page));
        return "home/portal";
    }

    private List<Content> sections(Page page) {
        return sections.stream()
                .sorted(Comparator.comparingInt(PortalSection::order))
                .flatMap(section -> content(section, page))
                .toList();
    }

    private Stream<Content> content(PortalSection section, Page page) {
        return section.model().stream().map(values -> fragments.of(section.template(), page, values));
    }
}
