package io.entendu.app;

import io.entendu.app.command.CheckCommand;
import io.entendu.app.command.ReplayCommand;
import io.entendu.app.command.SimulateCommand;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** Starts Entendu, or does what the first argument says and ends. */
@SpringBootApplication
public class EntenduApplication {

    private static final Map<String, ToIntFunction<List<String>>> COMMANDS =
            Map.of(
                    CheckCommand.NAME, CheckCommand::run,
                    SimulateCommand.NAME, SimulateCommand::run,
                    ReplayCommand.NAME, ReplayCommand::run);

    public static void main(String[] arguments) {
        var command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (command != null) {
            // Before it is configured the logging system writes everything, between the findings.
            LoggingSystem.get(EntenduApplication.class.getClassLoader()).beforeInitialize();
            System.exit(command.applyAsInt(List.of(arguments).subList(1, arguments.length)));
        }
        SpringApplication.run(EntenduApplication.class, arguments);
    }
}
