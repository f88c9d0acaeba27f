package io.entendu.app.security;

import io.entendu.app.settings.EntenduSettings;
import io.entendu.app.settings.SecurityProperties;
import io.entendu.app.webhook.Problems;
import jakarta.servlet.DispatcherType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Who may do what: the API by its key, the dashboard by its password, the web chat by anyone,
 * webhooks by their own proof: they lie in a context of their own, where no filter of these looks
 * at them.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    /** Everything the pages need comes from us; nothing is inline. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    HouseKeys houseKeys(SecurityProperties security, EntenduSettings settings) {
        return HouseKeys.of(security, settings.dataDir(), LOG::info);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, HouseKeys keys) {
        return http.securityMatcher("/api/**", "/actuator/**", "/openapi.json", "/schemas/**")
                .addFilterBefore(
                        new BearerKeyFilter(keys.apiKey()),
                        UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/openapi.json",
                                        "/schemas/**",
                                        "/actuator/health",
                                        "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .hasAuthority(BearerKeyFilter.ROLE))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(keyWanted()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain chat(HttpSecurity http) {
        return http.securityMatcher("/chat/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/login", "/pages/**", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    @Bean
    UserDetailsService owner(HouseKeys keys) {
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        return new InMemoryUserDetailsManager(
                User.withUsername("admin")
                        .password(encoder.encode(keys.adminPassword()))
                        .roles("ADMIN")
                        .build());
    }

    private static AuthenticationEntryPoint keyWanted() {
        return (request, response, _) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Problems.write(
                    response,
                    401,
                    "API key wanted",
                    "Send the header Authorization: Bearer <key>; the key was printed at the first start.");
        };
    }
}
