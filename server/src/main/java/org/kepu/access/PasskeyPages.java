package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.factor.Passkeys;
import org.kepu.access.session.Session.Proof;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Sign-in by passkey, alone or as the second step: what the script of the page asks and answers. */
@Controller
@RequestMapping("/sign-in/passkey")
class PasskeyPages {

    private static final String ASKED = "kepu.passkey";

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final Entrance entrance;

    PasskeyPages(Passkeys passkeys, Accounts accounts, SignInThrottle throttle, Entrance entrance) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.throttle = throttle;
        this.entrance = entrance;
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(HttpServletRequest request) {
        var options = passkeys.asking();
        request.getSession().setAttribute(ASKED, options);
        return ResponseEntity.ok(passkeys.written(options));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> signIn(
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        var address = request.getRemoteAddr();
        if (!throttle.admits(Door.PASSKEY, "", address)) {
            return ResponseEntity.unprocessableContent().body(Map.of());
        }
        var asked = (@Nullable Object) request.getSession().getAttribute(ASKED);
        request.getSession().removeAttribute(ASKED);
        var options = asked instanceof PublicKeyCredentialRequestOptions one ? one : null;
        var account = passkeys.prove(options, answer).flatMap(accounts::find);
        if (account.isEmpty()) {
            return ResponseEntity.unprocessableContent().body(Map.of());
        }
        throttle.forgive(Door.PASSKEY, "", address);
        entrance.open(account.get().actor(), Proof.PASSKEY, null, request, response);
        return ResponseEntity.ok(Map.of("to", entrance.next(request, response)));
    }
}
