/** The API for staff, CRM and analysts. */
@NullMarked
package io.entendu.app.api;

import org.jspecify.annotations.NullMarked;
