package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The native libraries in the jars of the images: which processors they are for. */
class NativeLibrariesTest {

    private static final Pattern LINUX = Pattern.compile("(?!.*(freebsd|sunos|aix|win32|macos|android)).*\\.so");
    private static final Pattern PROCESSOR =
            Pattern.compile("(?<x86>amd64|x86_64|-x64|linux64)|(?<arm>-?aarch_?64|-?arm64)");

    @Test
    void whatIsThereForX86IsThereForArm() throws Exception {
        Map<String, Set<String>> x86 = new TreeMap<>();
        Map<String, Set<String>> arm = new TreeMap<>();
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(ZipEntry::getName)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> LINUX.matcher(name).matches())
                        .forEach(name -> sort(jar, name, x86, arm));
            }
        }

        assertThat(String.join(" ", x86.keySet())).contains("zstd-jni", "lz4-java", "snappy-java", "rocksdbjni");
        assertThat(arm).isEqualTo(x86);
    }

    private static void sort(Path jar, String name, Map<String, Set<String>> x86, Map<String, Set<String>> arm) {
        Matcher processor = PROCESSOR.matcher(name);
        if (processor.find()) {
            Map<String, Set<String>> libraries = processor.group("x86") == null ? arm : x86;
            String library = processor.replaceFirst(name.contains("linux64") ? "linux" : "");
            libraries
                    .computeIfAbsent(String.valueOf(jar.getFileName()), unused -> new TreeSet<>())
                    .add(library);
        }
    }

    private static List<Path> jars() throws IOException {
        Set<Path> jars = new TreeSet<>(Set.of(Checkout.find().jobJar()));
        for (String module : List.of("loader", "local/broker", "local/cluster")) {
            for (String entry :
                    Folder.text(module + "/target/classpath").strip().split(File.pathSeparator, -1)) {
                if (entry.endsWith(".jar")) {
                    jars.add(Path.of(entry));
                }
            }
        }
        return new ArrayList<>(jars);
    }
}
