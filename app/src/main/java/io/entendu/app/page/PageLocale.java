package io.entendu.app.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: {@code ?lang=}, else the first of the browser's that we speak, else
 * English. Nothing is remembered, so a link shows the same to everybody.
 */
@Component("localeResolver")
public final class PageLocale implements LocaleResolver {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request.getParameter("lang")).orElseGet(() -> accepted(request));
    }

    /** What is known of the person's own language, be it one of the pages' or not. */
    public static Optional<Locale> hint(HttpServletRequest request) {
        return asked(request.getParameter("lang"))
                .or(() ->
                        Optional.ofNullable(request.getHeader("Accept-Language"))
                                .map(_ -> request.getLocale()));
    }

    private static Locale accepted(HttpServletRequest request) {
        var ranges = request.getHeader("Accept-Language");
        if (ranges == null) {
            return SPOKEN.getFirst();
        }
        try {
            var wanted = Locale.LanguageRange.parse(ranges);
            return Optional.ofNullable(Locale.lookup(wanted, SPOKEN)).orElse(SPOKEN.getFirst());
        } catch (IllegalArgumentException unreadable) {
            return SPOKEN.getFirst();
        }
    }

    private static Optional<Locale> asked(@Nullable String lang) {
        return SPOKEN.stream().filter(l -> l.getLanguage().equals(lang)).findFirst();
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is part of the request");
    }
}
