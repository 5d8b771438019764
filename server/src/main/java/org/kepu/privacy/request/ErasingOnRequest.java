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

        /** The contact is that of a staff account in use, which the desk does not erase on a call. */
        record OfStaff() implements Outcome {}

        /** The contact is that of several closed staff accounts, and the name does not say which is meant. */
        record Unclear() implements Outcome {}
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

    /**
     * The account that asked goes with its proven contacts alone: anybody may write anybody's number into a request. Of
     * one taken down at the desk, whoever signs in with the contact or did so as staff, or a stranger known by it.
     */
    private Outcome begin(Scope scope, UUID id) {
        var request = requests.find(scope, id);
        if (request.kind() != Request.Kind.DELETE || request.state() != Request.State.OPEN) {
            return new Outcome.NotAsked();
        }
        var person = request.person();
        if (person != null) {
            return begin(scope, request, kept.subject(person));
        }
        return switch (holders.holder(request.contact(), request.name()).orElse(null)) {
            case null -> begin(scope, request, new Subject(UUID.randomUUID(), told(request.contact())));
            case Holder.Citizen(UUID citizen) -> begin(scope, request, known(citizen, request));
            case Holder.FormerStaff(UUID former) -> begin(scope, request, known(former, request));
            case Holder.Staff staff -> new Outcome.OfStaff();
            case Holder.Unclear unclear -> new Outcome.Unclear();
        };
    }

    private Outcome begin(Scope scope, Request request, Subject subject) {
        return requests.answer(scope, request.id(), Request.State.DONE, "") == Requests.Answering.ANSWERED
                ? new Outcome.Begun(erasing.begin(scope, subject, request.id(), request.region()))
                : new Outcome.NotAsked();
    }

    private Subject known(UUID person, Request request) {
        var contacts = Stream.concat(kept.subject(person).contacts().stream(), told(request.contact()).stream());
        return new Subject(person, contacts.distinct().toList());
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
