package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.respondent.RespondentId;
import io.lettuce.core.cluster.SlotHash;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final RespondentId ID = new RespondentId("0123456789abcdefghjkmnpqrs");

    @Test
    void keys_of_two_shards_are_refused_on_every_topology() {
        assertThatThrownBy(() ->
                        Script.RECEIVE.requireOneShard(
                                List.of(Shard.ALL.get(1).due(), Shard.ALL.get(2).due())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Script.RECEIVE.requireOneShard(List.of("untagged")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() ->
                        Script.RECEIVE.requireOneShard(
                                List.of(Shard.ALL.get(1).due(), Shard.ALL.get(1).respondent(ID))))
                .doesNotThrowAnyException();
    }

    @Test
    void all_keys_of_a_shard_lie_in_one_slot_of_a_cluster() {
        var shard = Shard.of(ID);

        assertThat(List.of(shard.respondent(ID), shard.inbox(ID), shard.waiting(), shard.index()))
                .extracting(SlotHash::getSlot)
                .containsOnly(SlotHash.getSlot(shard.due()));
    }

    @Test
    void shards_lie_apart_and_people_spread_over_them() {
        assertThat(Shard.ALL.stream().map(s -> SlotHash.getSlot(s.due())).distinct()).hasSize(64);

        var vault = new Vault(TestRedis.secrets());
        var used = new HashSet<Shard>();
        IntStream.range(0, 1000)
                .mapToObj(i -> vault.of(new Address(Channel.WEB, "visitor" + i)))
                .map(Shard::of)
                .forEach(used::add);
        assertThat(used).hasSize(64);
    }

    @Test
    void where_somebody_lies_never_changes() {
        assertThat(Shard.of(ID).respondent(ID)).isEqualTo("e:{s45}:r:0123456789abcdefghjkmnpqrs");
    }

    @Test
    void a_script_the_server_has_forgotten_is_sent_again() {
        TestRedis.emptied();
        TestRedis.commands().scriptFlush();

        assertThat(
                        TestRedis.open(java.time.Duration.ofSeconds(30))
                                .respondents()
                                .at(new Address(Channel.WEB, "visitor"))
                                .version())
                .isZero();
    }
}
