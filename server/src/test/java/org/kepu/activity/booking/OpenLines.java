package org.kepu.activity.booking;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Sends requests that are ready over connections that stay open. The client of the JDK takes a processor for a thousand requests a second, of two
 * on which the program runs as well; it is the program that is to be measured.
 */
final class OpenLines {

    private static final long LASTS = 10_000_000_000L;

    private final int port;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    OpenLines(int port) {
        this.port = port;
    }

    record Answer(int status, String body) {}

    /** @param request as it goes over the line */
    Answer send(byte[] request) throws IOException {
        var line = free();
        try {
            var answer = line.ask(request);
            if (line.stays) {
                idle.addFirst(line);
            } else {
                line.socket.close();
            }
            return answer;
        } catch (IOException | RuntimeException lost) {
            line.socket.close();
            throw lost;
        }
    }

    private Line free() throws IOException {
        for (var line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            if (System.nanoTime() - line.used < LASTS) {
                return line;
            }
            line.socket.close();
        }
        return new Line(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private static final class Line {

        private final Socket socket;
        private final InputStream in;
        private long used;
        private boolean stays = true;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream(), 2_048);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
        }

        Answer ask(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            var status = Integer.parseInt(line().substring(9, 12));
            var length = 0;
            var pieces = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                var said = header.toLowerCase(Locale.ROOT);
                if (said.startsWith("content-length:")) {
                    length = Integer.parseInt(said.substring(15).strip());
                }
                pieces |= said.startsWith("transfer-encoding:");
                stays &= !said.equals("connection: close");
            }
            var body = pieces ? inPieces() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
            used = System.nanoTime();
            return new Answer(status, body);
        }

        private String inPieces() throws IOException {
            var body = new StringBuilder();
            for (int size = size(); size > 0; size = size()) {
                body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                line();
            }
            line();
            return body.toString();
        }

        private int size() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int sign = in.read(); sign != '\n'; sign = in.read()) {
                if (sign < 0) {
                    throw new EOFException();
                }
                if (sign != '\r') {
                    line.append((char) sign);
                }
            }
            return line.toString();
        }
    }
}
