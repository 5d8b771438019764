package org.kepu.region;

import org.kepu.shared.RegionCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There never was a division with this code. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class UnknownRegion extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownRegion(RegionCode code) {
        super("no region has the code " + code);
    }
}
