package org.kepu.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders a precompiled jte template; the model's entries are its parameters. */
record JteView(TemplateEngine engine, String template) implements View {

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var output = new Utf8ByteOutput();
        engine.render(template, new HashMap<String, Object>(model == null ? Map.of() : model), output);
        var shared = SharedPages.put(output::toByteArray, getContentType(), request, response);
        if (shared.isPresent()) {
            shared.get().send(request, response);
        } else {
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Views {
        @Bean
        TemplateEngine templates() {
            return TemplateEngine.createPrecompiled(ContentType.Html);
        }

        @Bean
        ViewResolver jteViews(TemplateEngine templates) {
            return (name, locale) -> {
                var template = name + ".jte";
                return templates.hasTemplate(template) ? new JteView(templates, template) : null;
            };
        }
    }
}
