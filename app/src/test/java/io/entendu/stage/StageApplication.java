package io.entendu.stage;

import io.entendu.app.dashboard.Shelf;
import io.entendu.app.page.PublicUrl;
import io.entendu.flows.SurveyLibrary;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The pages over fakes. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
    "io.entendu.app.chat",
    "io.entendu.app.dashboard",
    "io.entendu.app.page",
    "io.entendu.stage"
})
public class StageApplication {

    public static final String PASSWORD = "stage-password";

    /** What the pages need: nothing from elsewhere, nothing inline. */
    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    public static void main(String[] arguments) {
        SpringApplication.run(StageApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PublicUrl publicUrl() {
        return new PublicUrl(URI.create("http://localhost:8080"));
    }

    /** The seeds and the examples of the documentation, with all their words. */
    @Bean
    Shelf shelf() {
        var library = SurveyLibrary.ofSeedsAnd(Path.of("..", "docs", "examples"));
        return () -> library;
    }

    @Bean
    UserDetailsService staff() {
        return new InMemoryUserDetailsManager(
                User.withUsername("admin").password("{noop}" + PASSWORD).roles("STAFF").build());
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(r ->
                        // A stream that ends is dispatched once more, with no one to ask.
                        r.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/chat/**", "/pages/**", "/login", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(c -> c.ignoringRequestMatchers("/chat/**"))
                .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(POLICY)))
                .formLogin(f -> f.loginPage("/login").defaultSuccessUrl("/"))
                .build();
    }
}
