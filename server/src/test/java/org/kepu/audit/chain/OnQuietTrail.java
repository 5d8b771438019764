package org.kepu.audit.chain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.kepu.region.OnPostgres;
import org.springframework.test.context.TestPropertySource;

/** The program with a trail of its own, on which nothing happens by the clock. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@OnPostgres
@TestPropertySource(
        properties = {
            "kepu.audit.seal-every=1d",
            "kepu.audit.heads-every=1d",
            "kepu.audit.heads-copy=${kepu.home}/heads-copy"
        })
public @interface OnQuietTrail {}
