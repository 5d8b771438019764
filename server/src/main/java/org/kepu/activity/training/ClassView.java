package org.kepu.activity.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.Session;
import org.kepu.certificate.Certificate;

/**
 * A class as its organisers see it.
 *
 * @param sessions those that were called off too, the first first
 * @param minutes of all sessions that were not called off
 * @param closing what was told last; null if it is not closed
 * @param current whether nothing has changed of what counts since
 * @param over whether all sessions are over
 */
public record ClassView(
        Activity activity,
        TrainingClass training,
        String mode,
        List<Once> sessions,
        List<Row> trainees,
        int minutes,
        ClosingClasses.@Nullable Closing closing,
        boolean current,
        boolean over) {

    /**
     * A session.
     *
     * @param came how many were ticked
     */
    public record Once(Session session, int came, boolean begun) {}

    /**
     * A trainee.
     *
     * @param category by name
     * @param certificate the last one; null if they never had one
     */
    public record Row(
            Trainee trainee,
            String category,
            boolean passed,
            @Nullable Certificate certificate) {

        public boolean isCertified() {
            return certificate != null && certificate.holds();
        }
    }

    public ClassView {
        sessions = List.copyOf(sessions);
        trainees = List.copyOf(trainees);
    }

    public String path() {
        return training.path();
    }

    public long passed() {
        return trainees.stream().filter(Row::passed).count();
    }

    public boolean hasCertificates() {
        return trainees.stream().anyMatch(Row::isCertified);
    }

    /** Whether somebody who has passed holds no certificate. */
    public boolean lacksCertificates() {
        return trainees.stream()
                .anyMatch(row -> row.passed()
                        && !row.isCertified()
                        && !row.trainee().phone().isEmpty());
    }

    /** Minutes as hours. */
    public static String hours(int minutes) {
        return Certificate.hours(minutes);
    }
}
