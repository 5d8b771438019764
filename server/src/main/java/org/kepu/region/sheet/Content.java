package org.kepu.region.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** The bytes of a table, in memory or on disk; opened as often as it takes. */
sealed interface Content {

    InputStream open() throws IOException;

    ZipFile zip() throws IOException;

    ReadableWorkbook workbook() throws IOException;

    record InMemory(byte[] bytes) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public ZipFile zip() throws IOException {
            return ZipFile.builder().setByteArray(bytes).get();
        }

        @Override
        public ReadableWorkbook workbook() throws IOException {
            return new ReadableWorkbook(open());
        }
    }

    record OnDisk(Path file) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public ZipFile zip() throws IOException {
            return ZipFile.builder().setPath(file).get();
        }

        @Override
        public ReadableWorkbook workbook() throws IOException {
            return new ReadableWorkbook(file.toFile());
        }
    }
}
