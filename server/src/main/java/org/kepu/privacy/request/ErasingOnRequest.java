package org.kepu.privacy.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kepu.privacy.Contact;
import org.kepu.privacy.Kept;
import org.kepu.privacy.Subject;
import org.kepu.privacy.erasure.ErasingPersons;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Erases a person who asked the desk for it. The request is answered first: afterwards nobody knows whom to tell. */
@Service
class ErasingOnRequest {

    private final Requests requests;
    private final Kept kept;
    private final ErasingPersons erasing;
    private final TransactionOperations transactions;

    ErasingOnRequest(Requests requests, Kept kept, ErasingPersons erasing, TransactionOperations transactions) {
        this.requests = requests;
        this.kept = kept;
        this.erasing = erasing;
        this.transactions = transactions;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Begun(UUID erasure) implements Outcome {}

        /** It is no open request for deletion. */
        record NotAsked() implements Outcome {}
    }

    /** The erasure that a request led to, if it did. */
    Optional<UUID> erasure(Scope scope, UUID id) {
        scope.demands(Right.KEEP_PRIVACY);
        return erasing.of(requests.find(scope, id).id());
    }

    Outcome erase(Scope scope, UUID id) {
        scope.demands(Right.KEEP_PRIVACY);
        var begun = Objects.requireNonNull(transactions.execute(status -> begin(scope, id)));
        if (begun instanceof Outcome.Begun(UUID erasure)) {
            erasing.run(erasure);
        }
        return begun;
    }

    private Outcome begin(Scope scope, UUID id) {
        var request = requests.find(scope, id);
        if (request.kind() != Request.Kind.DELETE
                || request.state() != Request.State.OPEN
                || requests.answer(scope, id, Request.State.DONE, "") != Requests.Answering.ANSWERED) {
            return new Outcome.NotAsked();
        }
        return new Outcome.Begun(erasing.begin(scope, subject(request), id, request.region()));
    }

    /** The account with all its contacts, or a stranger known by the contact alone. */
    private Subject subject(Request request) {
        var person = request.person();
        var known = person == null ? new Subject(UUID.randomUUID(), List.of()) : kept.subject(person);
        var contacts = new ArrayList<>(known.contacts());
        if (!request.contact().isBlank()) {
            contacts.add(new Contact(request.contact()));
        }
        return new Subject(known.person(), contacts);
    }
}
