package io.entendu.app.command;

import io.entendu.app.scenario.Message;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.QuickReply;
import io.entendu.flows.wording.SmsLength;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Messages as a terminal shows them. */
final class Bubbles {

    private static final int WIDTH = 80;
    private static final String MARGIN = "        ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Bubbles() {}

    /** With its buttons, and as SMS with its segments, on lines of their own. */
    static String of(Message message, Channel channel) {
        var lines = new ArrayList<>(wrapped(message.text()));
        for (var row : message.rows()) {
            lines.add(
                    row.stream()
                            .map(QuickReply::label)
                            .collect(Collectors.joining("] [", "[", "]")));
        }
        if (channel == Channel.SMS) {
            lines.add(segments(SmsLength.of(message.text())));
        }
        return lines.stream()
                .map(line -> MARGIN + line + "\n")
                .collect(Collectors.joining())
                .replaceFirst(MARGIN, " " + TIME.format(message.at()) + "  ");
    }

    private static String segments(SmsLength length) {
        var outside = String.join(" ", length.outsideGsm7());
        return "(%d SMS %s, %s%s)"
                .formatted(
                        length.segments(),
                        length.segments() == 1 ? "segment" : "segments",
                        length.encoding().name().replace('_', '-'),
                        outside.isEmpty() ? "" : " because of " + outside);
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            var rest = line;
            while (rest.length() > WIDTH) {
                var blank = rest.lastIndexOf(' ', WIDTH);
                var end = blank > 0 ? blank : WIDTH;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end).strip();
            }
            lines.add(rest);
        }
        return lines;
    }
}
