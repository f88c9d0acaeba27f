package io.entendu.flows.check;

import io.entendu.flows.check.Finding.Severity;
import io.entendu.flows.wording.SmsLength;
import io.entendu.flows.wording.TextKey;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One character outside of the alphabet of SMS leaves 70 characters a segment instead of 160, so it
 * is named with what to write instead.
 */
final class SmsAlphabetRule implements Rule {

    /** Never sent as SMS: words of buttons, and of links that other channels have. */
    private static final Set<TextKey> ELSEWHERE =
            EnumSet.of(
                    TextKey.ANSWER_BY_WORD,
                    TextKey.YES_NO_BY_WORD,
                    TextKey.LINK_SPENT,
                    TextKey.BUTTON_YES,
                    TextKey.BUTTON_NO,
                    TextKey.BUTTON_SKIP);

    private static final String ANOTHER_WORD = "another word";

    private static final Map<String, String> INSTEAD =
            Map.ofEntries(
                    Map.entry("’", "'"),
                    Map.entry("‘", "'"),
                    Map.entry("“", "a plain \""),
                    Map.entry("”", "a plain \""),
                    Map.entry("„", "a plain \""),
                    Map.entry("«", "a plain \""),
                    Map.entry("»", "a plain \""),
                    Map.entry("–", "-"),
                    Map.entry("—", "-"),
                    Map.entry("‑", "-"),
                    Map.entry("•", "-"),
                    Map.entry("…", "..."),
                    Map.entry("œ", "oe"),
                    Map.entry("Œ", "OE"),
                    Map.entry("\u00a0", "a plain blank"),
                    Map.entry("\u202f", "a plain blank"),
                    Map.entry("\u2009", "a plain blank"));

    @Override
    public Stream<Finding> check(Subject subject) {
        var texts =
                subject.script().passages().stream()
                        .filter(SmsAlphabetRule::isSent)
                        .flatMap(passage -> check(subject, passage).stream());
        var sender =
                advice(subject.script().sender())
                        .map(advice ->
                                subject.about(
                                        Severity.WARNING,
                                        Optional.empty(),
                                        "sender",
                                        "sms-alphabet",
                                        advice));
        return Stream.concat(sender.stream(), texts);
    }

    /** The labels of a scale are read, and never sent. */
    private static boolean isSent(Passage passage) {
        return passage.isTemplate() && Script.key(passage).filter(ELSEWHERE::contains).isEmpty();
    }

    private static Optional<Finding> check(Subject subject, Passage passage) {
        return advice(passage.source())
                .map(advice -> subject.about(Severity.WARNING, passage, "sms-alphabet", advice));
    }

    private static Optional<String> advice(String text) {
        var outside = SmsLength.of(text).outsideGsm7();
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "makes an SMS UCS-2, with 70 characters a segment instead of 160; write "
                                + outside.stream()
                                        .map(SmsAlphabetRule::instead)
                                        .collect(Collectors.joining(", ")));
    }

    private static String instead(String character) {
        var name = character.isBlank() ? "the blank U+" + code(character) : character;
        return INSTEAD.getOrDefault(character, ANOTHER_WORD) + " instead of " + name;
    }

    private static String code(String character) {
        return "%04X".formatted(character.codePointAt(0));
    }
}
