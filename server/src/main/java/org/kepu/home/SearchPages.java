package org.kepu.home;

import java.util.List;
import org.kepu.page.SearchSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchPages {

    private static final int HITS_PER_GROUP = 10;
    private static final int LONGEST_QUESTION = 100;

    private final ObjectProvider<SearchSource> sources;

    SearchPages(ObjectProvider<SearchSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        var words = question(q);
        model.addAttribute("words", words);
        model.addAttribute("groups", words.isEmpty() ? List.of() : groups(words));
        return "home/search";
    }

    private List<Found> groups(String words) {
        return sources.orderedStream()
                .map(source -> new Found(source.label(), source.find(words, HITS_PER_GROUP)))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    /** What was typed, without signs that no text holds, and no longer than a question. */
    private static String question(String typed) {
        var words = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return words.length() <= LONGEST_QUESTION ? words : words.substring(0, LONGEST_QUESTION);
    }
}
