package io.entendu.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.policy.ContactPolicy.QuietHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuietTimeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** From eight in the evening to eight in the morning, and on Sundays. */
    private static final ContactPolicy NIGHTS_AND_SUNDAYS =
            quiet("20:00", "08:00", DayOfWeek.SUNDAY);

    private static final ContactPolicy LUNCH = quiet("12:00", "14:00");
    private static final ContactPolicy TO_MIDNIGHT = quiet("20:00", "00:00");

    /** Ends in the hour that the clocks leave out in March and repeat in October. */
    private static final ContactPolicy TO_HALF_PAST_TWO = quiet("20:00", "02:30");

    private static final ContactPolicy NEVER =
            new ContactPolicy(Optional.empty(), Set.of(), Duration.ZERO, 0, Duration.ZERO);

    private static final ContactPolicy WEEKENDS =
            new ContactPolicy(
                    Optional.empty(),
                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    Duration.ZERO,
                    0,
                    Duration.ZERO);

    @ParameterizedTest
    @MethodSource
    void theFirstMomentThatIsNotQuiet(ContactPolicy policy, String wanted, String expected) {
        var next = new QuietTime(policy).next(OffsetDateTime.parse(wanted).toInstant(), PARIS);

        assertThat(next).isEqualTo(OffsetDateTime.parse(expected).toInstant());
    }

    static Stream<Arguments> theFirstMomentThatIsNotQuiet() {
        return Stream.of(
                // Tuesday, 10 March 2026
                row(
                        "noon is not quiet",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-10T12:00:00+01:00",
                        "2026-03-10T12:00:00+01:00"),
                row(
                        "a second to eight is not quiet",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-10T19:59:59+01:00",
                        "2026-03-10T19:59:59+01:00"),
                row(
                        "eight in the evening is",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-10T20:00:00+01:00",
                        "2026-03-11T08:00:00+01:00"),
                row(
                        "midnight is",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-11T00:00:00+01:00",
                        "2026-03-11T08:00:00+01:00"),
                row(
                        "a second to eight in the morning is",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-11T07:59:59+01:00",
                        "2026-03-11T08:00:00+01:00"),
                row(
                        "eight in the morning is not",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-11T08:00:00+01:00",
                        "2026-03-11T08:00:00+01:00"),
                row(
                        "quiet hours within a day",
                        LUNCH,
                        "2026-03-10T12:30:00+01:00",
                        "2026-03-10T14:00:00+01:00"),
                row(
                        "before quiet hours within a day",
                        LUNCH,
                        "2026-03-10T11:59:59+01:00",
                        "2026-03-10T11:59:59+01:00"),
                row(
                        "quiet hours to midnight",
                        TO_MIDNIGHT,
                        "2026-03-10T23:00:00+01:00",
                        "2026-03-11T00:00:00+01:00"),
                row(
                        "nothing is quiet",
                        NEVER,
                        "2026-03-15T03:00:00+01:00",
                        "2026-03-15T03:00:00+01:00"),

                // Sunday, 15 March 2026
                row(
                        "a quiet day is followed by a quiet night",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-15T12:00:00+01:00",
                        "2026-03-16T08:00:00+01:00"),
                row(
                        "Saturday's evening leads over Sunday",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-14T20:00:00+01:00",
                        "2026-03-16T08:00:00+01:00"),
                row(
                        "Saturday's afternoon is not quiet",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-14T19:59:59+01:00",
                        "2026-03-14T19:59:59+01:00"),
                row(
                        "two quiet days in a row",
                        WEEKENDS,
                        "2026-03-14T10:00:00+01:00",
                        "2026-03-16T00:00:00+01:00"),
                row(
                        "the day is the recipient's: Sunday in Paris, Saturday in UTC",
                        WEEKENDS,
                        "2026-03-15T23:30:00+01:00",
                        "2026-03-16T00:00:00+01:00"),

                // Clocks go from 02:00 to 03:00 on 29 March 2026, a Sunday
                row(
                        "the night in which an hour is left out",
                        NIGHTS_AND_SUNDAYS,
                        "2026-03-28T22:00:00+01:00",
                        "2026-03-30T08:00:00+02:00"),
                row(
                        "an end that is left out comes when the clocks have gone on",
                        TO_HALF_PAST_TWO,
                        "2026-03-29T01:59:59+01:00",
                        "2026-03-29T03:00:00+02:00"),
                row(
                        "weekends end at the new midnight",
                        WEEKENDS,
                        "2026-03-29T01:30:00+01:00",
                        "2026-03-30T00:00:00+02:00"),

                // Clocks go from 03:00 back to 02:00 on 25 October 2026, a Sunday
                row(
                        "the night in which an hour comes twice",
                        NIGHTS_AND_SUNDAYS,
                        "2026-10-24T22:00:00+02:00",
                        "2026-10-26T08:00:00+01:00"),
                row(
                        "an end that comes twice comes first",
                        TO_HALF_PAST_TWO,
                        "2026-10-25T01:00:00+02:00",
                        "2026-10-25T02:30:00+02:00"),
                row(
                        "and again",
                        TO_HALF_PAST_TWO,
                        "2026-10-25T02:10:00+01:00",
                        "2026-10-25T02:30:00+01:00"));
    }

    private static Arguments row(
            String rule, ContactPolicy policy, String wanted, String expected) {
        return argumentSet(rule, policy, wanted, expected);
    }

    private static ContactPolicy quiet(String from, String to, DayOfWeek... days) {
        return new ContactPolicy(
                Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to))),
                Set.of(days),
                Duration.ZERO,
                0,
                Duration.ZERO);
    }
}
