package io.entendu.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BundlesTest {

    @Test
    void bothLanguagesSayTheSameThings() {
        var french = bundle("fr");
        var english = bundle("en");

        assertThat(french.keySet()).isNotEmpty().isEqualTo(english.keySet());
        assertThat(arguments(french)).isEqualTo(arguments(english));
    }

    @Test
    void noStraightApostropheIsSwallowedByTheMessageFormat() {
        assertThat(bundle("fr").values()).noneMatch(v -> v.toString().contains("'"));
        assertThat(bundle("en").values()).noneMatch(v -> v.toString().contains("'"));
    }

    private static Map<Object, String> arguments(Properties bundle) {
        return bundle.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e ->
                                        e.getValue()
                                                .toString()
                                                .chars()
                                                .filter(Character::isDigit)
                                                .filter(c ->
                                                        e.getValue()
                                                                .toString()
                                                                .contains("{" + (char) c))
                                                .distinct()
                                                .sorted()
                                                .mapToObj(Character::toString)
                                                .collect(Collectors.joining())));
    }

    private static Properties bundle(String language) {
        var file = "/messages_" + language + ".properties";
        try (var in = BundlesTest.class.getResourceAsStream(file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var bundle = new Properties();
            bundle.load(reader);
            return bundle;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
