package org.kepu.plan.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kepu.guard.FileName;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where plan documents come in. */
@Controller
@RequestMapping("/desk/plans/upload")
class UploadPages {

    private final UploadingPlans uploading;

    UploadPages(UploadingPlans uploading) {
        this.uploading = uploading;
    }

    @GetMapping
    String form(@May(Right.REVIEW_PLANS) Scope scope, Model model) {
        model.addAttribute("uploads", List.of());
        return "plan/upload";
    }

    @PostMapping
    String receive(
            @May(Right.REVIEW_PLANS) Scope scope,
            @RequestParam(name = "files", defaultValue = "") List<MultipartFile> files,
            Model model)
            throws IOException {
        var uploads = new ArrayList<Upload>();
        for (var file : files) {
            if (!file.isEmpty() || named(file)) {
                uploads.add(uploading.receive(scope, FileName.of(file), file.getBytes()));
            }
        }
        if (uploads.size() == 1
                && uploads.getFirst() instanceof Upload.Received(var name, var id, var t, var m, var f)) {
            return "redirect:/desk/plans/" + id + "/review";
        }
        model.addAttribute("uploads", uploads.stream().map(UploadPages::view).toList());
        return "plan/upload";
    }

    /** One file, sent by a page that shows the progress of each. */
    @PostMapping("/one")
    String receiveOne(@May(Right.REVIEW_PLANS) Scope scope, @RequestParam MultipartFile file, Model model)
            throws IOException {
        model.addAttribute("upload", view(uploading.receive(scope, FileName.of(file), file.getBytes())));
        return "plan/uploaded";
    }

    private static boolean named(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name != null && !name.isBlank();
    }

    private static UploadView view(Upload upload) {
        return switch (upload) {
            case Upload.Received r ->
                new UploadView(
                        r.fileName(),
                        "received",
                        "/desk/plans/" + r.id() + "/review",
                        List.of(r.title(), r.measures(), r.findings()));
            case Upload.AlreadyHere a ->
                new UploadView(
                        a.fileName(), "here", "/desk/plans/" + a.id() + (a.confirmed() ? "" : "/review"), List.of());
            case Upload.HeldElsewhere h -> new UploadView(h.fileName(), "elsewhere", "", List.of());
            case Upload.Refused r -> new UploadView(r.fileName(), "refused", "", List.of(r.why()));
        };
    }
}
