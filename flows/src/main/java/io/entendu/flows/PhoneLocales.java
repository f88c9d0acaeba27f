package io.entendu.flows;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language most likely understood behind a telephone number, by its country.
 *
 * <p>A guess that the invitation or the channel overrules: where a country has several languages,
 * it is the one that most people there speak (Belgium: Dutch, Switzerland: German). A survey
 * without it is in its own first language.
 */
public final class PhoneLocales {

    private static final Map<String, String> LANGUAGE_BY_REGION =
            Map.of(
                            "fr",
                                    "FR LU MC GP MQ GF RE YT PM BL MF NC PF WF SN CI ML BF NE TG BJ GA CG CD CF CM GN TD DJ KM MG DZ MA TN MR HT",
                            "en",
                                    "GB IE US CA AU NZ ZA IN PK NG GH KE UG TZ ZM ZW SG HK MT CY JM TT BB BS PH GI IM JE GG",
                            "es", "ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR GQ",
                            "de", "DE AT CH LI",
                            "it", "IT SM VA",
                            "pt", "PT BR AO MZ CV GW ST",
                            "nl", "NL BE SR AW CW BQ SX")
                    .entrySet()
                    .stream()
                    .flatMap(entry ->
                            Stream.of(entry.getValue().split(" "))
                                    .map(region -> Map.entry(region, entry.getKey())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /**
     * The language alone, without a country.
     *
     * @param number in E.164, such as {@code +33612345678}
     * @return empty when it is no number or its country is not among those we know a language for
     */
    public Optional<Locale> of(String number) {
        try {
            return Optional.ofNullable(numbers.getRegionCodeForNumber(numbers.parse(number, null)))
                    .map(LANGUAGE_BY_REGION::get)
                    .map(Locale::forLanguageTag);
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
