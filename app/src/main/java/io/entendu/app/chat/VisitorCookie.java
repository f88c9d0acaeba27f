package io.entendu.app.chat;

import io.entendu.app.page.PublicUrl;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.survey.SurveyId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The one technical cookie: an unguessable token that stands for the visitor. It belongs to one
 * survey's page, so that nobody is followed from one survey to the next.
 */
@Component
final class VisitorCookie {

    static final String NAME = "entendu_visitor";

    /** 22 characters of base64url: 128 random bits. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private static final int TOKEN_BYTES = 16;
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final PublicUrl publicUrl;

    VisitorCookie(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Who is calling; empty when the page was never opened in this browser. */
    Optional<Address> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(c -> c.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(t -> TOKEN.matcher(t).matches())
                .findFirst()
                .map(t -> new Address(Channel.WEB, t));
    }

    /** Who is calling; a newcomer is given a token. The cookie's life begins anew. */
    Address welcome(SurveyId survey, HttpServletRequest request, HttpServletResponse response) {
        var visitor = read(request).orElseGet(() -> new Address(Channel.WEB, token()));
        var cookie =
                ResponseCookie.from(NAME, visitor.value())
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure() || publicUrl.isHttps())
                        .path(request.getContextPath() + "/chat/" + survey)
                        .maxAge(LIFETIME)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return visitor;
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
