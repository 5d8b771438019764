package org.kepu.access;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever starts the program for the first time how to sign in. */
@Component
class FirstStart {

    private final FirstAdministrator administrator;

    FirstStart(FirstAdministrator administrator) {
        this.administrator = administrator;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        administrator
                .open()
                .ifPresent(credentials -> System.out.printf("""

                ┌────────────────────────────────────────────┐
                  首次启动，已建立管理员账号。口令只显示这一次，登录后请修改。

                  账号  %s
                  口令  %s
                └────────────────────────────────────────────┘

                """, credentials.name(), credentials.password()));
    }
}
