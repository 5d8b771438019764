package org.kepu.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** An address that names what cannot be, such as an identity with a letter too few, leads nowhere: 404, as for what is not there. */
@ControllerAdvice
class NothingThere {

    @ExceptionHandler
    void misnamed(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
        var identity = Optional.ofNullable(mismatch.getRequiredType()).filter(Class::isRecord);
        var names = identity.isPresent() || mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        response.sendError(names ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
    }
}
