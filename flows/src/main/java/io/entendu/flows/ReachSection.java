package io.entendu.flows;

import io.entendu.core.survey.ContactRules;
import io.entendu.core.survey.ContactRules.Period;
import io.entendu.core.survey.ContactRules.Sample;
import io.entendu.core.survey.Reach;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how people come to a survey: keywords, WhatsApp templates, rules of contact. */
final class ReachSection {

    /** One word, as a poster shows it. */
    private static final Pattern KEYWORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{1,29}");

    /** Twilio's name of a content template. */
    private static final Pattern TEMPLATE = Pattern.compile("HX[0-9a-fA-F]{32}");

    private static final Pattern SAMPLE = Pattern.compile("([1-9][0-9]{0,2}) ?%");

    private static final int MOST_A_YEAR = 12;
    private static final int LONGEST_BETWEEN = 366;

    private ReachSection() {}

    static Reach read(Section file, boolean open, List<Locale> locales) {
        return new Reach(keywords(file, open), templates(file, locales), contacts(file));
    }

    private static List<String> keywords(Section file, boolean open) {
        var keywords =
                file.texts("keywords").stream().map(k -> k.toLowerCase(Locale.ROOT)).toList();
        keywords.stream()
                .filter(keyword -> !KEYWORD.matcher(keyword).matches())
                .forEach(keyword ->
                        file.problem(
                                "keywords",
                                "\""
                                        + keyword
                                        + "\" is no keyword; write one word of 2 to 30 letters,"
                                        + " digits and '-'"));
        if (!keywords.isEmpty() && !open) {
            file.problem(
                    "keywords", "only an open survey is begun by a keyword; add \"open: true\"");
        }
        return keywords.stream().distinct().toList();
    }

    private static Map<Locale, String> templates(Section file, List<Locale> locales) {
        var templates = new LinkedHashMap<Locale, String>();
        file.section("whatsapp")
                .ifPresent(whatsapp -> {
                    whatsapp.needSection(
                                    "templates",
                                    "name the approved text of each language: {fr: HX…}")
                            .ifPresent(section -> {
                                for (var locale : locales) {
                                    section.text(locale.toLanguageTag(), ReachSection::template)
                                            .ifPresent(sid -> templates.put(locale, sid));
                                }
                                section.close();
                            });
                    whatsapp.close();
                });
        return templates;
    }

    private static String template(String text) {
        if (!TEMPLATE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is no content template; its SID is HX and 32 hexadecimal digits");
        }
        return text;
    }

    private static ContactRules contacts(Section file) {
        return file.section("contact")
                .map(section -> {
                    var rules =
                            new ContactRules(
                                    number(section, "min_days_between", LONGEST_BETWEEN)
                                            .map(Duration::ofDays),
                                    number(section, "max_a_year", MOST_A_YEAR),
                                    sample(section));
                    section.close();
                    return rules;
                })
                .orElse(ContactRules.OF_THE_HOUSE);
    }

    private static Optional<Integer> number(Section section, String key, int most) {
        return section.number(key)
                .filter(n -> {
                    var fits = n >= 0 && n <= most;
                    if (!fits) {
                        section.problem(key, "write a number from 0, for no cap, to " + most);
                    }
                    return fits;
                });
    }

    private static Optional<Sample> sample(Section section) {
        var per = section.text("per", ReachSection::period);
        var percent = section.text("sample", ReachSection::percent);
        if (per.isPresent() && percent.isEmpty()) {
            section.problem("sample", "is missing; say how many are invited, such as 20%");
        }
        return percent.map(p -> new Sample(p, per.orElse(Period.QUARTER)));
    }

    private static int percent(String text) {
        var form = SAMPLE.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) > 100) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no share of people; write 1% to 100%");
        }
        return Integer.parseInt(form.group(1));
    }

    private static Period period(String text) {
        return switch (text) {
            case "month" -> Period.MONTH;
            case "quarter" -> Period.QUARTER;
            case "year" -> Period.YEAR;
            default ->
                    throw new IllegalArgumentException(
                            "\"" + text + "\" is not known; write month, quarter or year");
        };
    }
}
