package io.entendu.app.command;

import io.entendu.app.scenario.Action;
import io.entendu.app.scenario.Draft;
import io.entendu.app.scenario.Lapse;
import io.entendu.app.scenario.Message;
import io.entendu.app.scenario.Played;
import io.entendu.app.scenario.Scenarios;
import io.entendu.app.scenario.Simulation;
import io.entendu.core.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Somebody at the keyboard takes a survey; what begins with a slash is a command. */
final class TerminalTalk {

    private static final String HELP =
            """
            Type what a person would write. Besides:
              /tap LABEL     press a button
              /wait 3d       let time pass: 3d, 2h, 10m, 5s
              /photo         send something that is no text: %s
              /edit TEXT     change the last message (Telegram)
              /start SURVEY  open the conversation by the channel's button
              /state         where the conversation stands
              /save FILE     keep the talk as a scenario file
              /quit          stop
            """
                    .formatted("/" + String.join(", /", Action.Send.KINDS));

    private final Terminal terminal;
    private final Simulation simulation;
    private final Beginning beginning;
    private final Channel channel;

    TerminalTalk(Terminal terminal, Scenarios scenarios, Beginning beginning) {
        this.terminal = terminal;
        this.beginning = beginning;
        this.channel = beginning.setting().channel();
        this.simulation = scenarios.begin(beginning.setting());
    }

    /** Until /quit or the end of what is typed. */
    void hold() throws IOException {
        var setting = beginning.setting();
        terminal.out()
                .println(
                        "%s by %s in %s, on %s; /help for help"
                                .formatted(
                                        setting.survey(),
                                        channel.wireName(),
                                        setting.locale().toLanguageTag(),
                                        setting.at()));
        play(beginning.first());
        for (var line = next(); line.isPresent(); line = next()) {
            answer(line.get());
        }
        terminal.out().println();
    }

    private Optional<String> next() throws IOException {
        terminal.out().print("> ");
        terminal.out().flush();
        return Optional.ofNullable(terminal.in().readLine())
                .filter(line -> !line.strip().equals("/quit"));
    }

    private void answer(String line) {
        if (!line.startsWith("/")) {
            play(new Action.Say(line));
            return;
        }
        var blank = line.indexOf(' ');
        var command = line.substring(1, blank < 0 ? line.length() : blank);
        command(command, blank < 0 ? "" : line.substring(blank + 1).strip());
    }

    private void command(String command, String rest) {
        switch (command) {
            case "tap" -> play(new Action.Tap(rest));
            case "wait" -> await(rest);
            case "edit" -> play(new Action.Edit(rest, Optional.empty()));
            case "start" -> play(new Action.Start(rest));
            case "state" -> simulation.state().lines().forEach(terminal.out()::println);
            case "save" -> save(rest);
            default -> {
                if (Action.Send.KINDS.contains(command)) {
                    play(new Action.Send(command));
                } else {
                    terminal.out().print(HELP);
                }
            }
        }
    }

    private void await(String time) {
        try {
            play(new Action.Wait(Lapse.read(time)));
            terminal.out().println("(it is " + simulation.now() + ")");
        } catch (IllegalArgumentException unreadable) {
            terminal.out().println(unreadable.getMessage());
        }
    }

    private void save(String file) {
        if (file.isBlank()) {
            terminal.out().println("name the file: /save my-scenarios/promoter.yaml");
            return;
        }
        var path = Path.of(file);
        var name = String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
        try {
            Files.writeString(path, Draft.of(simulation.scenario(name)));
            terminal.out().println("saved " + path);
        } catch (IOException unwritable) {
            terminal.out().println("cannot write " + path + "; name another file");
        }
    }

    private void play(Action action) {
        switch (simulation.play(action)) {
            case Played.Done(var said) -> {
                if (said.isEmpty()) {
                    terminal.out().println("(nothing is said)");
                }
                said.forEach(this::print);
            }
            case Played.Impossible(var why) -> terminal.out().println(why);
        }
    }

    private void print(Message message) {
        terminal.out().print(Bubbles.of(message, channel));
    }
}
