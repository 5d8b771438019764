package org.kepu.activity.booking;

import org.kepu.activity.SessionId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Draws, within a minute after registration is closed. Of several nodes each may do it, it is done once. */
@Component
class DrawingJob {

    private final Drawing drawing;

    DrawingJob(Drawing drawing) {
        this.drawing = drawing;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void drawWhatIsDue() {
        drawing.due().forEach(session -> drawing.draw(new SessionId(session)));
    }
}
