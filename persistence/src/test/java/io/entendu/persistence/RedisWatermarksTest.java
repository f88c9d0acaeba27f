package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Watermarks;
import io.entendu.core.testing.WatermarksContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisWatermarksTest extends WatermarksContract {

    private static final String ACCOUNT = "AC00000000000000000000000000000001";

    private final Watermarks here = emptied().watermarks(ACCOUNT);
    private final Watermarks elsewhere = TestRedis.open(Duration.ofSeconds(31)).watermarks(ACCOUNT);

    private static RedisStore emptied() {
        TestRedis.emptied();
        return TestRedis.open(Duration.ofSeconds(30));
    }

    @Override
    protected Watermarks here() {
        return here;
    }

    @Override
    protected Watermarks elsewhere() {
        return elsewhere;
    }

    @Test
    void neither_account_nor_number_stands_in_redis() {
        here.look(List.of("+33757000001"));
        here.lead(Duration.ofMinutes(1));

        assertThat(TestRedis.commands().keys("*"))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key).startsWith("e:{marks}:").doesNotContain("AC0"));
        var marks = TestRedis.commands().keys("e:{marks}:[^l]*").getFirst();
        assertThat(TestRedis.commands().hkeys(marks))
                .singleElement()
                .satisfies(field -> assertThat(field).doesNotContain("757"));
    }

    @Test
    void accounts_are_apart() {
        var other = TestRedis.open(Duration.ofSeconds(30)).watermarks("AC2");
        here.reach(
                List.of("+33757000001"), here.look(List.of("+33757000001")).now().plusSeconds(9));

        var look = other.look(List.of("+33757000001"));

        assertThat(look.reached()).isEqualTo(look.now());
        assertThat(here.lead(Duration.ofMinutes(1))).isTrue();
        assertThat(other.lead(Duration.ofMinutes(1))).isTrue();
    }
}
