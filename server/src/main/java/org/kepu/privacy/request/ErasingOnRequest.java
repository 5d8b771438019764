package org.kepu.privacy.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.privacy.Contact;
import org.kepu.privacy.ContactHolders;
import org.kepu.privacy.ContactHolders.Holder;
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
    private final ContactHolders holders;
    private final ErasingPersons erasing;
    private final TransactionOperations transactions;

    ErasingOnRequest(
            Requests requests,
            Kept kept,
            ContactHolders holders,
            ErasingPersons erasing,
            TransactionOperations transactions) {
        this.requests = requests;
        this.kept = kept;
        this.holders = holders;
        this.erasing = erasing;
        this.transactions = transactions;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Begun(UUID erasure) implements Outcome {}

        /** It is no open request for deletion. */
        record NotAsked() implements Outcome {}

        /** The contact is that of a staff account, which the desk does not erase on a call. */
        record OfStaff() implements Outcome {}
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
        if (request.kind() != Request.Kind.DELETE || request.state() != Request.State.OPEN) {
            return new Outcome.NotAsked();
        }
        var subject = subject(request);
        if (subject.isEmpty()) {
            return new Outcome.OfStaff();
        }
        return requests.answer(scope, id, Request.State.DONE, "") == Requests.Answering.ANSWERED
                ? new Outcome.Begun(erasing.begin(scope, subject.get(), id, request.region()))
                : new Outcome.NotAsked();
    }

    /**
     * The account that asked, with its proven contacts alone: anybody may write anybody's number into a request. Of one
     * taken down at the desk, whoever signs in with the contact, or a stranger known by it; nobody if it is staff's.
     */
    private Optional<Subject> subject(Request request) {
        var person = request.person();
        if (person != null) {
            return Optional.of(kept.subject(person));
        }
        var told = told(request.contact());
        return switch (holders.holder(request.contact()).orElse(null)) {
            case null -> Optional.of(new Subject(UUID.randomUUID(), told));
            case Holder.Citizen(UUID citizen) ->
                Optional.of(new Subject(
                        citizen,
                        Stream.concat(kept.subject(citizen).contacts().stream(), told.stream())
                                .distinct()
                                .toList()));
            case Holder.Staff staff -> Optional.empty();
        };
    }

    /** The contact in the spelling of sign-in, and as it was typed. */
    private List<Contact> told(String contact) {
        return Stream.of(holders.plain(contact), contact)
                .filter(one -> !one.isBlank())
                .map(Contact::new)
                .distinct()
                .toList();
    }
}
