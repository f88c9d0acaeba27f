package io.entendu.app;

import io.entendu.app.command.CheckCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** Starts Entendu, or does what the first argument says and ends. */
@SpringBootApplication
public class EntenduApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(CheckCommand.NAME)) {
            // Before it is configured the logging system writes everything, between the findings.
            LoggingSystem.get(EntenduApplication.class.getClassLoader()).beforeInitialize();
            System.exit(CheckCommand.run(List.of(arguments).subList(1, arguments.length)));
        }
        SpringApplication.run(EntenduApplication.class, arguments);
    }
}
