package org.kepu.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The page is the same for all who have not signed in, want the same look and ask for the same address: so it is written once for all who
 * come within a second. It has no form that needs a token, and nothing of it depends on anything else that a request tells.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SameForStrangers {}
