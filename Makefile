# The menu. Every line is a Maven call that also works by hand; any JDK from 17 on may run Maven,
# as long as a JDK 25 is installed for it to find. Only the formatter wants Maven itself on 25.

.DEFAULT_GOAL := help
.PHONY: help build test format run

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

build: ## app/target/entendu.jar, without tests
	./mvnw -q -DskipTests package

test: ## every check the build knows, except the browser's
	./mvnw verify

format: ## format all Java sources
	JAVA_HOME="$$(.ci/jdk25)" ./mvnw -q spotless:apply

run: ## start on http://localhost:8080
	./mvnw -q
