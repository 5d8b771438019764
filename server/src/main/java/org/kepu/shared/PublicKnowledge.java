package org.kepu.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a service or a repository that the desk may read without a {@link Scope}, because anybody may know what it tells
 * (政府信息公开条例第十九、二十条). It changes nothing.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface PublicKnowledge {
    /** Why it is no secret. */
    String value();
}
