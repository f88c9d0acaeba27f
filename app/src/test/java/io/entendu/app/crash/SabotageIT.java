package io.entendu.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.persistence.RedisProcess;
import io.entendu.persistence.StoreSettings;
import io.entendu.persistence.StoreSettings.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The crash test on a product that is broken on purpose, in peace: it has to find that, and as many
 * as there are. Takes a minute each, so it runs by command: {@code -Dcrash.sabotage=true}.
 */
@EnabledIfSystemProperty(named = "crash.sabotage", matches = "true")
class SabotageIT {

    private static final Logger LOG = LoggerFactory.getLogger(SabotageIT.class);
    private static final int PEOPLE = 16;

    @TempDir private Path directory;

    static Stream<Arguments> sabotages() {
        return Stream.of(
                broken(
                        "an acknowledged message is not kept",
                        Sabotage.of(
                                "receive",
                                "if command == 'RPUSH' and string.find(({...})[3], 'conseiller') then return 1 end"),
                        Manner.ANSWERS_IN_TWO_MESSAGES,
                        Fault.LOST,
                        List::size),
                broken(
                        "ratings are not counted",
                        Sabotage.of("commit", "if string.find(key, ':tal:') then return 1 end"),
                        Manner.ANSWERS,
                        Fault.LOST,
                        _ -> 1),
                broken(
                        "ratings are counted again",
                        Sabotage.of("commit", "if string.find(key, ':tal:') then honest(...) end"),
                        Manner.ANSWERS,
                        Fault.COUNTED_TWICE,
                        _ -> 1),
                broken(
                        "a message is kept twice",
                        Sabotage.of("receive", "if command == 'RPUSH' then honest(...) end"),
                        Manner.STOPS_WHEN_ASKED_FOR_CONSENT,
                        Fault.COUNTED_TWICE,
                        List::size),
                broken(
                        "an opt-out is forgotten",
                        Sabotage.of(
                                "commit",
                                """
                                if command == 'HSET' then
                                  local told = {...}
                                  for i = 1, #told do
                                    if told[i] == 'sup' then
                                      told[i + 1] = '0'
                                    elseif told[i] == 's' then
                                      told[i + 1] = string.gsub(told[i + 1], '"[sr]":%b{}', '"x":{}')
                                    end
                                  end
                                  return honest(unpack(told))
                                end
                                """),
                        Manner.STOPS_WHEN_ASKED_FOR_A_RATING,
                        Fault.AFTER_STOP,
                        people -> count(people, SabotageIT::mayBeAskedAgain)),
                broken(
                        "timers are lost",
                        Sabotage.of(
                                "commit",
                                "if command == 'ZADD' and string.find(key, ':timers') then return 1 end"),
                        Manner.SILENT_WHEN_ASKED_FOR_CONSENT,
                        Fault.STUCK,
                        List::size),
                broken(
                        "timers go off at once",
                        Sabotage.of(
                                "commit",
                                "if command == 'ZADD' and string.find(key, ':timers') then return honest(command, key, 0, select(4, ...)) end"),
                        Manner.SILENT_WHEN_ASKED_FOR_CONSENT,
                        Fault.TIMER_ASTRAY,
                        List::size),
                broken(
                        "verbatims are not analysed",
                        Sabotage.of(
                                "commit",
                                "if command == 'ZADD' and string.find(key, ':jobs') then return 1 end"),
                        Manner.ANSWERS,
                        Fault.LABEL_LOST,
                        List::size),
                broken(
                        "idempotency keys are forgotten",
                        Sabotage.of("reserve", "if command == 'GET' then return false end"),
                        Manner.ANSWERS,
                        Fault.INVITATION_DOUBLED,
                        people -> count(people, SabotageIT::isAskedForTwice)),
                broken(
                        "reports are not noted",
                        Sabotage.of("note", "if command == 'HSET' then return 1 end"),
                        Manner.STOPS_WHEN_ASKED_FOR_CONSENT,
                        Fault.REPORT_LOST,
                        people -> count(people, p -> p.address().channel() == Channel.SMS)),
                broken(
                        "a wire repeats what it carries",
                        new Sabotage("", "", Mood.TWICE),
                        Manner.STOPS_WHEN_ASKED_FOR_CONSENT,
                        Fault.UNMARKED,
                        List::size));
    }

    @ParameterizedTest
    @MethodSource("sabotages")
    void isFound(Sabotage sabotage, Manner manner, Fault fault, ToIntFunction<List<Testimony>> many)
            throws Exception {
        try (var redis = RedisProcess.start(directory.resolve("redis"));
                var run =
                        new Run(
                                Plan.peaceful(PEOPLE, List.of(manner)),
                                directory,
                                new Run.Site(
                                        StoreSettings.of(Topology.STANDALONE, List.of(redis.uri())),
                                        List.of(ways(redis)),
                                        List.of(),
                                        Chaos.Stores.of(redis)),
                                sabotage)) {
            var verdict = run.live();

            LOG.info("{}", verdict.line());
            assertThat(verdict.of(fault).stream().map(SabotageIT::who).distinct())
                    .as(verdict.faults().toString())
                    .hasSize(many.applyAsInt(run.testimonies()))
                    .isNotEmpty();
        }
    }

    private static List<String> ways(RedisProcess redis) {
        return List.of("redis.mode=standalone", "redis.uri=" + redis.uri());
    }

    private static Arguments broken(
            String what,
            Sabotage sabotage,
            Manner manner,
            Fault fault,
            ToIntFunction<List<Testimony>> many) {
        return argumentSet(what, sabotage, manner, fault, many);
    }

    private static int count(List<Testimony> people, Predicate<Testimony> concerned) {
        return (int) people.stream().filter(concerned).count();
    }

    /** Of whom a fault speaks. */
    private static String who(String fault) {
        return fault.substring(0, fault.indexOf(": "));
    }

    private static boolean isAskedForTwice(Testimony person) {
        return person.invitation().filter(wish -> wish.answers().size() > 1).isPresent();
    }

    /** Whom nothing but their opt-out kept from being invited. */
    private static boolean mayBeAskedAgain(Testimony person) {
        return person.again().isPresent() && person.invitation().isEmpty();
    }
}
