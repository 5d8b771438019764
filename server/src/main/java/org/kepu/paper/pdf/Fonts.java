package org.kepu.paper.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kepu.paper.setting.Face;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds the fonts of PDFs: those that the operator names, then those in the operator's folders, then those of the system.
 * They are looked for when the first PDF is written.
 */
@Component
@EnableConfigurationProperties(FontSettings.class)
public class Fonts {

    private static final List<Path> OF_THE_SYSTEM = Stream.of(
                    "/usr/share/fonts", "/usr/local/share/fonts", "C:\\Windows\\Fonts", "/Library/Fonts")
            .map(Path::of)
            .toList();

    private final FontSettings settings;
    private final SingletonSupplier<Map<Face, List<Typeface>>> found = SingletonSupplier.of(this::find);

    Fonts(FontSettings settings) {
        this.settings = settings;
    }

    /** Fonts for a face, the best first; the others lend the characters that it lacks. */
    List<Typeface> of(Face face) {
        return found.obtain().getOrDefault(face, List.of());
    }

    private Map<Face, List<Typeface>> find() {
        var files = files();
        var opened = new TreeMap<String, Typeface>();
        var all = new EnumMap<Face, List<Typeface>>(Face.class);
        for (var face : Face.values()) {
            var chain = new ArrayList<Typeface>();
            var named = settings.face().getOrDefault(face, "");
            if (!named.isBlank()) {
                chain.add(opened.computeIfAbsent(named, name -> named(face, name)));
            }
            for (var candidate : face.files()) {
                var file = files.get(fileName(candidate));
                if (file != null) {
                    chain.add(opened.computeIfAbsent(candidate, name -> new Typeface(file, inner(name))));
                }
            }
            all.put(face, chain);
        }
        var any = Arrays.stream(Face.values())
                .map(all::get)
                .filter(chain -> !chain.isEmpty())
                .findFirst()
                .orElseThrow(() -> new NoFont("没有找到中文字体，不能生成 PDF。请安装 fonts-noto-cjk（Debian、Ubuntu），"
                        + "或者用 KEPU_FONTS 指明字体所在的文件夹。Word 文件不受影响。"));
        all.replaceAll((face, chain) -> chain.isEmpty() ? any : List.copyOf(chain));
        return all;
    }

    private static Typeface named(Face face, String name) {
        var file = Path.of(fileOf(name));
        if (!Files.isReadable(file)) {
            throw new NoFont("设置 KEPU_FONT_%s 指明的字体文件不存在或不可读：%s".formatted(face.name(), file));
        }
        return new Typeface(file, inner(name));
    }

    /** By their names in small letters; what the operator names comes first. */
    private Map<String, Path> files() {
        var files = new TreeMap<String, Path>();
        Stream.concat(settings.fonts().stream(), OF_THE_SYSTEM.stream())
                .filter(Files::isDirectory)
                .forEach(folder -> {
                    try (var below = Files.walk(folder)) {
                        below.forEach(file -> files.putIfAbsent(fileName(file.toString()), file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return files;
    }

    private static String fileName(String candidate) {
        var file = fileOf(candidate);
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    private static String fileOf(String candidate) {
        int hash = candidate.indexOf('#');
        return hash < 0 ? candidate : candidate.substring(0, hash);
    }

    private static String inner(String candidate) {
        int hash = candidate.indexOf('#');
        return hash < 0 ? "" : candidate.substring(hash + 1);
    }
}
