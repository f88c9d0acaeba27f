package io.entendu.flows;

import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Brief.Retention;
import io.entendu.core.survey.Brief.Target;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads why a survey is held: owner, objective, journey stage, target, retention. */
final class BriefSection {

    private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,3})([dmy])");
    private static final int LONGEST = 300;

    private BriefSection() {}

    static Brief read(Section file) {
        return new Brief(
                file.text("owner", BriefSection::sentence),
                file.text("objective", BriefSection::sentence),
                file.text("stage", BriefSection::stage),
                file.section("target").map(BriefSection::target),
                file.section("retention").map(BriefSection::retention));
    }

    private static String sentence(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("write at most " + LONGEST + " characters");
        }
        return text;
    }

    private static String stage(String text) {
        if (!STAGE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no stage; write a-z, 0-9 and '-', such as onboarding");
        }
        return text;
    }

    private static Target target(Section section) {
        var score = section.text("score", BriefSection::score);
        var responses = section.number("responses");
        if (responses.filter(n -> n < 1).isPresent()) {
            section.problem("responses", "write at least 1");
        }
        if (!section.has("score") && !section.has("responses")) {
            section.problem("score", "say what is aimed at: {score: 40} or {responses: 300}");
        }
        section.close();
        return new Target(score, responses);
    }

    /** As the unit of every metric goes: points, per cent, or a mean. */
    private static BigDecimal score(String text) {
        var range = Bands.range(text);
        if (range.low().compareTo(range.high()) != 0
                || range.low().abs().compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no score; write a number from -100 to 100");
        }
        return range.low();
    }

    private static Retention retention(Section section) {
        var retention =
                new Retention(
                        section.text("texts", BriefSection::period),
                        section.text("responses", BriefSection::period));
        if (!section.has("texts") && !section.has("responses")) {
            section.problem("texts", "say how long words are kept: {texts: 6m, responses: 3y}");
        }
        section.close();
        return retention;
    }

    private static Period period(String text) {
        return Optional.of(PERIOD.matcher(text))
                .filter(Matcher::matches)
                .map(form -> {
                    var n = Integer.parseInt(form.group(1));
                    return switch (form.group(2).charAt(0)) {
                        case 'd' -> Period.ofDays(n);
                        case 'm' -> Period.ofMonths(n);
                        default -> Period.ofYears(n);
                    };
                })
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\"" + text + "\" is no period; write 90d, 6m or 3y"));
    }
}
