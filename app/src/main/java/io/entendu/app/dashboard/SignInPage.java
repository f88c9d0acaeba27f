package io.entendu.app.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Asks for the password; Spring Security takes the answer. */
@Controller
final class SignInPage {

    @GetMapping("/login")
    String page() {
        return "login";
    }
}
