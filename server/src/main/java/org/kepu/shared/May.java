package org.kepu.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the {@link Scope} of a page or an API: the right that one needs to come in. Who holds it nowhere is refused; the
 * door to the page is shown to those who hold it somewhere.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface May {
    Right value();
}
