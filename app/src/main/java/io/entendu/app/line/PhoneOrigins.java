package io.entendu.app.line;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.entendu.core.channel.Address;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a telephone number tells of its owner: the country, so a language and a time zone. Other
 * addresses tell nothing.
 *
 * <p>Countries with several zones stand with the one where most people live; an invitation that
 * knows better says {@code timeZone}.
 */
public final class PhoneOrigins implements Origins {

    private static final Map<String, String> ZONES =
            Map.ofEntries(
                    Map.entry("AT", "Europe/Vienna"),
                    Map.entry("AU", "Australia/Sydney"),
                    Map.entry("BE", "Europe/Brussels"),
                    Map.entry("BR", "America/Sao_Paulo"),
                    Map.entry("CA", "America/Toronto"),
                    Map.entry("CH", "Europe/Zurich"),
                    Map.entry("DE", "Europe/Berlin"),
                    Map.entry("DK", "Europe/Copenhagen"),
                    Map.entry("DZ", "Africa/Algiers"),
                    Map.entry("ES", "Europe/Madrid"),
                    Map.entry("FI", "Europe/Helsinki"),
                    Map.entry("FR", "Europe/Paris"),
                    Map.entry("GB", "Europe/London"),
                    Map.entry("GF", "America/Cayenne"),
                    Map.entry("GP", "America/Guadeloupe"),
                    Map.entry("IE", "Europe/Dublin"),
                    Map.entry("IT", "Europe/Rome"),
                    Map.entry("LU", "Europe/Luxembourg"),
                    Map.entry("MA", "Africa/Casablanca"),
                    Map.entry("MC", "Europe/Monaco"),
                    Map.entry("MQ", "America/Martinique"),
                    Map.entry("MX", "America/Mexico_City"),
                    Map.entry("NC", "Pacific/Noumea"),
                    Map.entry("NL", "Europe/Amsterdam"),
                    Map.entry("NO", "Europe/Oslo"),
                    Map.entry("PF", "Pacific/Tahiti"),
                    Map.entry("PL", "Europe/Warsaw"),
                    Map.entry("PT", "Europe/Lisbon"),
                    Map.entry("RE", "Indian/Reunion"),
                    Map.entry("SE", "Europe/Stockholm"),
                    Map.entry("SN", "Africa/Dakar"),
                    Map.entry("TN", "Africa/Tunis"),
                    Map.entry("US", "America/New_York"),
                    Map.entry("YT", "Indian/Mayotte"));

    private final Function<String, Optional<Locale>> languages;
    private final Supplier<Locale> fallback;

    /**
     * Origins by number.
     *
     * @param languages the language of an E.164 number's country
     * @param fallback for everybody else
     */
    public PhoneOrigins(Function<String, Optional<Locale>> languages, Supplier<Locale> fallback) {
        this.languages = languages;
        this.fallback = fallback;
    }

    @Override
    public Locale locale(Address address) {
        return address.channel().isPhone()
                ? languages.apply(address.value()).orElseGet(fallback)
                : fallback.get();
    }

    @Override
    public Optional<ZoneId> timeZone(Address address) {
        return region(address).map(ZONES::get).map(ZoneId::of);
    }

    private static Optional<String> region(Address address) {
        if (!address.channel().isPhone()) {
            return Optional.empty();
        }
        try {
            var util = PhoneNumberUtil.getInstance();
            return Optional.ofNullable(
                    util.getRegionCodeForNumber(util.parse(address.value(), null)));
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }
}
