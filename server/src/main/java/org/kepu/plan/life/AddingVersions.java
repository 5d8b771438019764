package org.kepu.plan.life;

import org.kepu.page.NotFound;
import org.kepu.plan.DocumentJson;
import org.kepu.plan.review.Upload;
import org.kepu.plan.review.UploadingPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in the next version of a plan: its document is read as any plan's, and what was corrected before is carried over. */
@Service
class AddingVersions {

    private final UploadingPlans uploading;
    private final Versions versions;
    private final JdbcClient database;
    private final DocumentJson json;
    private final TransactionTemplate transaction;

    AddingVersions(
            UploadingPlans uploading,
            Versions versions,
            JdbcClient database,
            DocumentJson json,
            TransactionTemplate transaction) {
        this.uploading = uploading;
        this.versions = versions;
        this.database = database;
        this.json = json;
        this.transaction = transaction;
    }

    /** What became of a version's document. */
    sealed interface Added {
        /** @param carried how many measures keep what was corrected in the version before */
        record Next(PlanId id, int carried) implements Added {}

        /** The same document is a version already, of this plan or of another. */
        record AlreadyHere() implements Added {}

        record Refused(String why) implements Added {}
    }

    /** @throws NotFound if there is no such plan within reach */
    Added add(Scope scope, PlanId plan, Stage stage, String fileName, byte[] content) {
        scope.demands(Right.REVIEW_PLANS);
        versions.get(scope, plan);
        return switch (uploading.receive(scope, fileName, content)) {
            case Upload.Received received -> join(scope, plan, received.id(), stage);
            case Upload.AlreadyHere here ->
                here.confirmed() || !isWithin(scope, here.id())
                        ? new Added.AlreadyHere()
                        : join(scope, plan, here.id(), stage);
            case Upload.HeldElsewhere elsewhere -> new Added.AlreadyHere();
            case Upload.Refused refused -> new Added.Refused(refused.why());
        };
    }

    private boolean isWithin(Scope scope, PlanId id) {
        return !versions.of(scope, id).isEmpty();
    }

    private Added join(Scope scope, PlanId plan, PlanId fresh, Stage stage) {
        var added = transaction.execute(begun -> {
            var last = versions.of(scope, plan).getLast().id();
            return last.equals(fresh) || !versions.join(scope, plan, fresh, stage)
                    ? new Added.AlreadyHere()
                    : new Added.Next(fresh, carry(scope, last, fresh));
        });
        return java.util.Objects.requireNonNull(added);
    }

    /** Only into a draft that nobody has worked on yet. */
    private int carry(Scope scope, PlanId last, PlanId fresh) {
        var carrying = Carrying.over(versions.structure(scope, last), versions.structure(scope, fresh));
        if (carrying.measures() == 0) {
            return 0;
        }
        return carrying.measures()
                * database.sql("""
                        update plan.draft set structure = :structure::jsonb, version = version + 1
                         where id = :id and version = 0 and confirmed_at is null
                        """)
                        .param("structure", json.of(carrying.plan()))
                        .param("id", fresh.value())
                        .update();
    }
}
