package org.kepu.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.privacy.FullValues.FullValue;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a personal value in full: to those who may, for a purpose of the register, and never without a line on the trail
 * in the same transaction. Data of minors under 14 besides needs somebody else's approval that still lasts (个人信息保护法第二十八条,
 * 未成年人网络保护条例第三十六条).
 */
@Service
public class ReadingFullValues {

    private final Map<String, FullValues> fields;
    private final Purposes purposes;
    private final Approvals approvals;
    private final Trail trail;

    ReadingFullValues(List<FullValues> fields, Purposes purposes, Approvals approvals, Trail trail) {
        this.fields = fields.stream().collect(Collectors.toUnmodifiableMap(FullValues::field, Function.identity()));
        this.purposes = purposes;
        this.approvals = approvals;
        this.trail = trail;
    }

    /** What the field is before it is read: masked. */
    @Transactional(readOnly = true)
    public FullValue before(Scope scope, String field, UUID record) {
        var found = find(scope, field, record);
        return new FullValue("", found.masked(), found.region(), found.subject(), found.minor());
    }

    @Transactional
    public Reading read(Scope scope, String field, UUID record, String purpose) {
        var found = find(scope, field, record);
        var chosen = purposes.reading(field, scope.right()).stream()
                .filter(one -> one.id().equals(purpose))
                .findFirst();
        if (chosen.isEmpty()) {
            return new Reading.NoPurpose();
        }
        if (found.minor() && !approvals.holds(scope, field, record, purpose)) {
            return new Reading.NeedsApproval();
        }
        var act = Act.of(
                        "privacy.act.read",
                        field,
                        record,
                        chosen.get().called(field).orElse(field))
                .in(found.region())
                .because(chosen.get().name());
        var subject = found.subject();
        trail.record(scope.actor(), subject == null ? act : act.about(subject));
        return new Reading.Shown(found.value());
    }

    private FullValue find(Scope scope, String field, UUID record) {
        var known = fields.get(field);
        if (known == null) {
            throw new NotFound();
        }
        return known.find(scope.demands(known.right()), record).orElseThrow(NotFound::new);
    }

    /** Where a reader may read a field: each field has its right; one that there is not, the usual. */
    Scope within(Scope reader, Desk desk, String field) {
        var known = fields.get(field);
        reader.demands(Right.DESK);
        return known == null ? desk.scope(Right.READ_PERSONAL) : known.within(desk);
    }
}
