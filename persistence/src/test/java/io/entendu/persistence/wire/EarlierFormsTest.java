package io.entendu.persistence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.invitation.Decision;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.testing.Scene;
import io.entendu.core.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every record that an earlier version wrote is read by this one as the same value: each line of
 * {@code forms/*.txt} is a kind, a tab and what was written for one of the samples.
 *
 * <p>Before a change of a record, write down what the version before it writes: {@code
 * -Dupdate=NAME} makes {@code forms/NAME.txt}, as {@code EarlierStoresTest} does. A file that is
 * there stays.
 */
class EarlierFormsTest {

    private static final Path DIRECTORY =
            Path.of("src", "test", "resources", "io", "entendu", "persistence", "forms");
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123Z");

    /** As a store with open doors: what is sealed is not what this is about. */
    private static final Seal OPEN =
            new Seal() {
                @Override
                public String seal(String open) {
                    return open;
                }

                @Override
                public String open(String sealed) {
                    return sealed;
                }
            };

    private static final Codec CODEC = new Codec(OPEN);

    /** How a kind is written and read, and the samples of today. */
    private record Kind<T>(
            String name, Function<T, String> write, Function<String, T> read, List<T> samples) {

        Stream<String> lines() {
            return samples.stream().map(sample -> name + "\t" + write.apply(sample));
        }

        void check(String json) {
            assertThat(samples).contains(read.apply(json));
        }
    }

    private static List<Kind<?>> kinds() {
        return List.of(
                new Kind<>("log", CODEC::log, CODEC::log, logs()),
                new Kind<>("entry", CODEC::entry, json -> CODEC.entry("2.3.0", json), entries()),
                new Kind<>(
                        "conversation", CODEC::conversation, CODEC::conversation, conversations()),
                new Kind<>("reading", CODEC::reading, CODEC::reading, readings()),
                new Kind<>("message", CODEC::message, CODEC::message, messages()),
                new Kind<>("consent", CODEC::consent, CODEC::consent, ledger()),
                new Kind<>("decision", CODEC::decision, CODEC::decision, decisions()),
                new Kind<>(
                        "invitation",
                        CODEC::invitation,
                        CODEC::invitation,
                        List.of(Scene.invitation("Z"))));
    }

    private static List<LogEntry> logs() {
        var said = List.<Prompt>of(new Prompt.Help());
        return CodecTest.events().stream().map(event -> new LogEntry(2, 5, event, said)).toList();
    }

    private static List<OutboxEntry> entries() {
        var entries = new ArrayList<OutboxEntry>();
        for (var prompt : CodecTest.prompts()) {
            for (var messageClass : MessageClass.values()) {
                entries.add(entry(prompt, messageClass));
            }
        }
        return entries;
    }

    private static OutboxEntry entry(Prompt prompt, MessageClass messageClass) {
        return new OutboxEntry(
                "2.3.0",
                messageClass,
                prompt,
                2,
                3,
                Optional.of(Scene.SURVEY),
                Locale.FRENCH,
                Channel.SMS,
                Map.of("agent", "Sam"),
                AT,
                true);
    }

    private static List<Conversation> conversations() {
        var conversations = new ArrayList<Conversation>();
        for (var phase : Phase.values()) {
            for (Answer answer : CodecTest.answers()) {
                conversations.add(
                        Scene.conversation(Scene.SURVEY, 1, phase, 2, List.of(answer), AT));
            }
        }
        return conversations;
    }

    private static List<Interpretation> readings() {
        return CodecTest.readings().stream()
                .map((Reading reading) ->
                        new Interpretation(
                                reading,
                                "model.\n\"x\"",
                                new Span(0, 4),
                                Optional.of(Locale.ITALIAN),
                                Optional.empty()))
                .toList();
    }

    private static List<InboundMessage> messages() {
        return CodecTest.contents().stream()
                .map(content ->
                        new InboundMessage(
                                Scene.person(1), "m1", content, Optional.of(Locale.GERMAN)))
                .toList();
    }

    private static List<ConsentEntry> ledger() {
        return Stream.of(ConsentEntry.Kind.values())
                .map(kind ->
                        new ConsentEntry(
                                kind,
                                1,
                                Optional.of(Scene.SURVEY),
                                Locale.ENGLISH,
                                "May we?",
                                "yes \u00e9",
                                "SM1",
                                Channel.SMS,
                                AT,
                                "survey"))
                .toList();
    }

    private static List<Decision> decisions() {
        return CodecTest.decisions();
    }

    static Stream<Path> files() throws IOException {
        var name = System.getProperty("update");
        var file = DIRECTORY.resolve(name + ".txt");
        if (name != null && !name.isBlank() && !Files.exists(file)) {
            Files.createDirectories(DIRECTORY);
            Files.write(file, kinds().stream().flatMap(Kind::lines).toList());
        }
        try (var files = Files.list(DIRECTORY)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_line_is_read_as_what_was_written(Path file) throws IOException {
        var lines = Files.readAllLines(file);

        assertThat(lines).hasSizeGreaterThan(200);
        for (var line : lines) {
            var tab = line.indexOf('\t');
            kinds().stream()
                    .filter(kind -> kind.name().equals(line.substring(0, tab)))
                    .findFirst()
                    .orElseThrow()
                    .check(line.substring(tab + 1));
        }
    }
}
