package io.entendu.flows;

import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Probing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how conversations are held: patience, reminder, collecting, models, follow-up questions.
 */
final class ConductSection {

    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration SHORTEST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(30);

    /** People write on within seconds; much longer, and the next question would seem lost. */
    private static final Duration COLLECT = Duration.ofSeconds(10);

    /** Topics that are avoided: what fits in a sentence. */
    private static final int MOST_TOPICS = 10;

    private ConductSection() {}

    static Conduct read(Section file) {
        var whole =
                file.isObject("patience") ? file.section("patience") : Optional.<Section>empty();
        var patience =
                whole.map(s -> s.text("expiry", ConductSection::patience))
                        .orElseGet(() -> file.text("patience", ConductSection::patience))
                        .orElse(PATIENCE);
        var reminder = whole.flatMap(s -> reminder(s, patience));
        whole.ifPresent(Section::close);
        return new Conduct(
                patience,
                file.text("collect", ConductSection::collect).orElse(COLLECT),
                file.text("last_resort", ConductSection::lastResort).orElse(false),
                reminder,
                file.section("probing").flatMap(ConductSection::probing));
    }

    private static Duration patience(String text) {
        return Durations.read(text)
                .filter(d ->
                        d.compareTo(SHORTEST_PATIENCE) >= 0 && d.compareTo(LONGEST_PATIENCE) <= 0)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\""
                                        + text
                                        + "\" is no duration from 1m to 30d; write 3d, 48h or 90m"));
    }

    private static Optional<Duration> reminder(Section section, Duration patience) {
        return section.text("reminder", ConductSection::patience)
                .filter(after -> {
                    var within = after.compareTo(patience) < 0;
                    if (!within) {
                        section.problem(
                                "reminder", "comes after the expiry; write less, such as 1d");
                    }
                    return within;
                });
    }

    private static Duration collect(String text) {
        return text.equals("off")
                ? Duration.ZERO
                : Durations.read(text)
                        .filter(d -> d.compareTo(Conduct.LONGEST_COLLECT) <= 0)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "\""
                                                + text
                                                + "\" is no duration up to 2m; write 10s, or off"));
    }

    private static boolean lastResort(String text) {
        return switch (text) {
            case "model" -> true;
            case "none" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "\"" + text + "\" is not known; write model or none");
        };
    }

    private static Optional<Probing> probing(Section section) {
        var atMost = section.needNumber("at_most", "write 1 or 2").orElse(1);
        if (atMost < 1 || atMost > Probing.MOST) {
            section.problem("at_most", "write 1 or 2; more becomes an interrogation");
        }
        var kinds =
                section.has("kinds")
                        ? section.texts("kinds").stream()
                                .flatMap(name -> kind(section, name).stream())
                                .toList()
                        : List.of(Probing.Kind.values());
        var avoid = section.texts("avoid");
        if (avoid.size() > MOST_TOPICS) {
            section.problem("avoid", "list at most " + MOST_TOPICS + " topics");
        }
        section.close();
        return section.problems().isEmpty()
                ? Optional.of(
                        new Probing(atMost, kinds.stream().collect(Collectors.toSet()), avoid))
                : Optional.empty();
    }

    private static Optional<Probing.Kind> kind(Section section, String text) {
        var kind =
                Stream.of(Probing.Kind.values())
                        .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst();
        if (kind.isEmpty()) {
            section.problem(
                    "kinds", "\"" + text + "\" is not known; write explanatory or clarifying");
        }
        return kind;
    }
}
