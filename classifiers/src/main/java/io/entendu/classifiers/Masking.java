package io.entendu.classifiers;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/**
 * Hides what identifies a person before a text leaves this process: e-mail addresses, IBANs,
 * payment cards, telephone numbers. Dates, prices, scores and order numbers stay. Names are not
 * found.
 */
public final class Masking {

    private static final Pattern EMAIL =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+-]+\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /**
     * Two letters, two digits, then groups of up to four: what follows the number may be swallowed
     * and is given back.
     */
    private static final Pattern IBAN =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}\\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}");

    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){12,18}(?!\\d)");

    /**
     * Ten digits in twos, as the French write them, also where libphonenumber was asked about
     * another country.
     */
    private static final Pattern FRENCH_PHONE =
            Pattern.compile(
                    "(?<![\\d+])(?:(?:\\+|00)33[ .-]?(?:\\(0\\))?[ .-]?|0)[1-9](?:[ .-]?\\d{2}){4}(?!\\d)");

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final int CARD_DIGITS = 13;

    private Masking() {}

    /**
     * The text with a placeholder for each thing found; {@code locale} tells which national numbers
     * to expect.
     */
    public static MaskedText mask(String text, Locale locale) {
        var found = new ArrayList<Piece>();
        emails(text, found);
        ibans(text, found);
        cards(text, found);
        frenchPhones(text, found);
        phones(text, locale, found);
        found.sort(Comparator.comparingInt(piece -> piece.span().start()));
        return MaskedText.of(text, found);
    }

    private static void emails(String text, List<Piece> found) {
        var matcher = EMAIL.matcher(text);
        while (matcher.find()) {
            add(found, "<EMAIL>", matcher.start(), matcher.end());
        }
    }

    private static void ibans(String text, List<Piece> found) {
        var matcher = IBAN.matcher(text);
        var at = 0;
        while (matcher.find(at)) {
            var end = ibanEnd(text, matcher.start(), matcher.end());
            if (end > 0) {
                add(found, "<IBAN>", matcher.start(), end);
            }
            at = end > 0 ? end : matcher.start() + 2;
        }
    }

    private static int ibanEnd(String text, int start, int longest) {
        for (var end = longest; end - start >= 15; end--) {
            if (isIban(text.substring(start, end))) {
                return end;
            }
        }
        return 0;
    }

    private static boolean isIban(String candidate) {
        if (!Character.isLetterOrDigit(candidate.charAt(candidate.length() - 1))) {
            return false;
        }
        try {
            IbanUtil.validate(candidate.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT));
            return true;
        } catch (Iban4jException notOne) {
            return false;
        }
    }

    private static void cards(String text, List<Piece> found) {
        var matcher = CARD.matcher(text);
        while (matcher.find()) {
            var end = cardEnd(text, matcher.start(), matcher.end());
            if (end > 0) {
                add(found, "<CARD>", matcher.start(), end);
            }
        }
    }

    private static int cardEnd(String text, int start, int longest) {
        for (var end = longest; end > start; end--) {
            var digits = text.substring(start, end).replaceAll("\\D", "");
            if (digits.length() < CARD_DIGITS) {
                return 0;
            }
            if (Character.isDigit(text.charAt(end - 1)) && luhn(digits)) {
                return end;
            }
        }
        return 0;
    }

    /** ISO/IEC 7812-1, annex B. */
    private static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10) << (i % 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    private static void frenchPhones(String text, List<Piece> found) {
        var matcher = FRENCH_PHONE.matcher(text);
        while (matcher.find()) {
            add(found, "<PHONE>", matcher.start(), matcher.end());
        }
    }

    private static void phones(String text, Locale locale, List<Piece> found) {
        for (var region : regions(locale)) {
            for (var match : PHONES.findNumbers(text, region, Leniency.VALID, Long.MAX_VALUE)) {
                add(found, "<PHONE>", match.start(), match.end());
            }
        }
    }

    private static Set<String> regions(Locale locale) {
        var regions = new LinkedHashSet<String>();
        if (!locale.getCountry().isEmpty()) {
            regions.add(locale.getCountry());
        }
        switch (locale.getLanguage()) {
            case "fr" -> regions.addAll(List.of("FR", "BE", "CH"));
            case "en" -> regions.addAll(List.of("GB", "US"));
            case "" -> regions.add("FR");
            default -> regions.add(locale.getLanguage().toUpperCase(Locale.ROOT));
        }
        regions.removeIf(region -> !PHONES.getSupportedRegions().contains(region));
        regions.add("FR");
        return regions;
    }

    private static void add(List<Piece> found, String placeholder, int start, int end) {
        var taken = found.stream().anyMatch(p -> start < p.span().end() && p.span().start() < end);
        if (!taken) {
            found.add(new Piece(new Span(start, end), placeholder));
        }
    }

    /** Something found, and what stands for it. */
    record Piece(Span span, String placeholder) {}
}
