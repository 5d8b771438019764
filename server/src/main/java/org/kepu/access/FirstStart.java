package org.kepu.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever starts the program for the first time, or asks for a new password, how to sign in. */
@Component
class FirstStart {

    private final FirstAdministrator administrator;
    private final boolean reset;

    /** @param reset whether whoever starts the program has lost the administrator's password */
    FirstStart(FirstAdministrator administrator, @Value("${kepu.reset-admin:false}") boolean reset) {
        this.administrator = administrator;
        this.reset = reset;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        administrator.open().ifPresentOrElse(credentials -> print("首次启动，已建立管理员账号。", credentials), () -> {
            if (reset) {
                print("已为管理员换了新口令。", administrator.reset());
            }
        });
    }

    private static void print(String what, FirstAdministrator.Credentials credentials) {
        System.out.printf("""

                ┌────────────────────────────────────────────┐
                  %s口令只显示这一次，登录后请修改。

                  账号  %s
                  口令  %s
                └────────────────────────────────────────────┘

                """, what, credentials.name(), credentials.password());
    }
}
