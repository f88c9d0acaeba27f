package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.persistence.wire.Codec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static final Archived ARCHIVED =
            new Archived(
                    "{\"v\":1,\"n\":1,\"s\":\"nps-after-call@0123abcd\",\"ch\":\"SMS\"}",
                    List.of("{\"v\":1,\"c\":1,\"t\":2}"),
                    List.of(),
                    List.of("1.1.0 1 1 SENT 1 - - SM1"),
                    Map.of("SM1", "1 3 1.1.0 delivered - -"));

    /** As the first version packed it: whoever changes the dictionary cannot read it any more. */
    private static final String PACKED = "1Ixy0BoZGxolJySjlGNaMWIujiRDsa8iVAiRwtUcA";

    @Test
    void what_the_first_version_packed_can_be_read() {
        assertThat(Archived.of(PACKED)).isEqualTo(ARCHIVED);
        assertThat(Archived.of(ARCHIVED.packed())).isEqualTo(ARCHIVED);
    }

    @Test
    void what_a_provider_reported_goes_with_its_message() {
        var lying =
                new Archived.Lying(
                        List.of(),
                        List.of(),
                        List.of("1.1.0 1 1 SENT 1 - - SM1 0 SMS", "2.1.0 2 1 SENT 1 - - SM2 0 SMS"),
                        Map.of("SM1", "1 3 1.1.0 delivered - -", "SM2", "2 3 2.1.0 read - -"));

        var archived = Archived.of("{}", lying, 1, new Codec(new Vault(TestRedis.secrets())));

        assertThat(archived.finished()).hasSize(1);
        assertThat(archived.deliveries()).containsOnlyKeys("SM1");
    }

    @Test
    void text_of_any_kind_and_length_comes_back() {
        for (var text : List.of("", "\u00e9\n\uD83D\uDE42", "{\"v\":1}".repeat(5000))) {
            assertThat(Packing.unpack(Packing.pack(text))).isEqualTo(text);
        }
    }

    @Test
    void what_looks_like_our_records_becomes_small() {
        var line =
                "l{\"v\":1,\"c\":1,\"t\":3,\"e\":{\"k\":\"replied\",\"ch\":\"TELEGRAM\",\"m\":\"3901/3901\",\"l\":\"fr\","
                        + "\"r\":{\"k\":\"rated\",\"n\":8,\"r\":\"scale.number\",\"w\":\"0-1\"},\"at\":1795668638582},"
                        + "\"s\":[{\"k\":\"ask\",\"o\":\"FIRST\",\"q\":\"reason\",\"e\":8}]}";

        assertThat(Packing.pack(line)).hasSizeLessThan(line.length() / 3);
    }

    @Test
    void a_packed_value_is_told_from_json_and_damage_from_both() {
        assertThat(Packing.isPacked(PACKED)).isTrue();
        assertThat(Packing.isPacked("{\"v\":1}")).isFalse();
        assertThatThrownBy(() -> Packing.unpack(PACKED.substring(0, 20)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Packing.unpack("2" + PACKED.substring(1)))
                .hasMessageContaining("newer version");
    }
}
