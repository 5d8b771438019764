package org.kepu.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a page of the desk, or one handler of it, that takes no {@link Scope}: whoever is signed in sees and changes there
 * what belongs to the own account, and nothing else.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface OwnAffairs {
    /** What of one's own it is about. */
    String value();
}
