package org.kepu.activity.booking;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body is here as a whole. What exceeds the largest is cut off, and cannot be read as JSON any more. */
final class ArrivedRequest extends HttpServletRequestWrapper {

    private static final int LARGEST = 64 * 1024;

    private final byte[] body;

    private ArrivedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static ArrivedRequest of(HttpServletRequest request) throws IOException {
        return new ArrivedRequest(request, request.getInputStream().readNBytes(LARGEST));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("it is read where it is handled");
        }
    }
}
