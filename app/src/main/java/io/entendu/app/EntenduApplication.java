package io.entendu.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Entendu. */
@SpringBootApplication
public class EntenduApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EntenduApplication.class, arguments);
    }
}
