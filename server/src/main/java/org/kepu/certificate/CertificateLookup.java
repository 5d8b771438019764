package org.kepu.certificate;

import java.util.Optional;
import org.kepu.guard.Limits;
import org.kepu.guard.SpokenCode;
import org.kepu.shared.PublicKnowledge;
import org.springframework.stereotype.Service;

/**
 * Looks a certificate up for whoever has its code. A wrong code, one of the wrong shape and one asked from where too
 * many wrong ones came get the same answer.
 */
@Service
@PublicKnowledge("who has the code has the paper; names are masked")
class CertificateLookup {

    private final Certificates certificates;
    private final Limits limits;

    CertificateLookup(Certificates certificates, Limits limits) {
        this.certificates = certificates;
        this.limits = limits;
    }

    /** @param address from which it was asked */
    Optional<Certificate> find(String code, String address) {
        var place = Limits.place(address);
        if (limits.isShut(VerifyLimit.WRONG_CODES_OF_CERTIFICATES, place)) {
            return Optional.empty();
        }
        var found = certificates.find(SpokenCode.bare(code));
        if (found.isEmpty()) {
            limits.count(VerifyLimit.WRONG_CODES_OF_CERTIFICATES, place);
        }
        return found;
    }
}
