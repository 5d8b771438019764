package org.kepu;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

/** {@code kepu serve}: starts the platform and stays until it is stopped. */
@Command(name = "serve", description = "启动平台。", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    static final int STILL_RUNNING = -1;

    @Override
    public Integer call() {
        SpringApplication.run(KepuApplication.class);
        return STILL_RUNNING;
    }
}
