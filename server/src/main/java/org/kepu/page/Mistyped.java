package org.kepu.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MultipartException;

/**
 * What no form of ours can send, such as a choice that was not offered or words where a file belongs, is answered by
 * 400: whoever made it up needs no better words, and a form without its values would be our fault.
 */
@ControllerAdvice
class Mistyped {

    private static final class MadeUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        MadeUp(Throwable cause) {
            super(cause);
        }
    }

    @InitBinder
    void refuse(WebDataBinder binder) {
        binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
            @Override
            public void processPropertyAccessException(PropertyAccessException mismatch, BindingResult result) {
                throw new MadeUp(mismatch);
            }
        });
    }

    @ExceptionHandler({MadeUp.class, MultipartException.class, MethodArgumentConversionNotSupportedException.class})
    void tell(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
