package org.kepu;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where the platform is, once it answers. */
@Component
class Ready {

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void tell(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var address = "http://localhost:" + web.getWebServer().getPort();
            System.out.printf(
                    "%n平台已就绪（用时 %.1f 秒）%n  公众页面  %s/%n  工作台    %s/desk（管理员账号 admin，口令在首次启动时显示）%n  停止      Ctrl-C%n",
                    event.getTimeTaken().toMillis() / 1000.0, address, address);
        }
    }
}
