package io.entendu.app.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paths of the API that do not exist: a problem detail, where the pages have a page. */
@Hidden
@RestController
class NowhereController {

    @RequestMapping("/api/**")
    void nowhere() {
        throw ApiProblem.notFound("Path");
    }
}
