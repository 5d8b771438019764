package org.kepu.access;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever starts the program for the first time, or asks for a new password, how to sign in. */
@Component
@ConditionalOnWebApplication
class FirstStart {

    private final FirstAccounts accounts;
    private final String reset;

    /** @param reset the administrator whose password whoever starts the program has lost; empty if nobody's */
    FirstStart(FirstAccounts accounts, @Value("${kepu.reset-admin:}") String reset) {
        this.accounts = accounts;
        this.reset = reset;
    }

    /** Before a demonstration opens accounts of its own: these are opened where there is none. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        var opened = accounts.open();
        if (!opened.isEmpty()) {
            print("首次启动，已建立四个账号：三个管理员账号相互独立，日常业务请用纲要办账号。", opened);
        } else if (!reset.isEmpty()) {
            reset();
        }
    }

    @EventListener
    void tell(DemoAccounts.Opened opened) {
        print("演示账号，只供演示：", opened.credentials());
    }

    private void reset() {
        accounts.reset(reset)
                .ifPresentOrElse(
                        one -> print("已为" + one.displayName() + "换了新口令。", List.of(one)),
                        () -> System.out.println("没有换口令：" + reset + " 不是管理员的账号，或者已停用。"));
    }

    private static void print(String what, List<FirstAccounts.Credentials> told) {
        System.out.printf("""

                ┌────────────────────────────────────────────┐
                  %s
                  口令只显示这一次，登录后请修改。

                %s
                └────────────────────────────────────────────┘

                """, what, told.stream().map(FirstStart::line).collect(Collectors.joining("\n")));
    }

    private static String line(FirstAccounts.Credentials one) {
        return "  账号  %-10s 口令  %s  （%s）".formatted(one.name(), one.password(), one.displayName());
    }
}
