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
            System.out.printf("""

                    平台已就绪
                      公众页面  %1$s/
                      工作台    %1$s/desk（账号与口令只在首次启动时显示）
                      停止      Ctrl-C
                    """, address);
        }
    }
}
