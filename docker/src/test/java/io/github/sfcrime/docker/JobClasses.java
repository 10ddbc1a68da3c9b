package io.github.sfcrime.docker;

import io.github.sfcrime.local.stack.Checkout;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The job's jar and Flink as they run, loaded apart from the tests. */
final class JobClasses implements AutoCloseable {

    private static final Pattern OPTIONS = Pattern.compile("org/apache/flink/configuration/\\w+Options\\.class");

    private final List<Path> flink;
    private final URLClassLoader classes;

    JobClasses() throws IOException {
        flink = new ArrayList<>();
        for (String entry :
                Folder.text("local/cluster/target/classpath").strip().split(File.pathSeparator, -1)) {
            flink.add(Path.of(entry));
        }
        List<URL> urls = new ArrayList<>(List.of(url(Checkout.find().jobJar())));
        for (Path jar : flink) {
            urls.add(url(jar));
        }
        classes = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Parses arguments as the job does; a message where it refuses them, else the empty text. */
    String refusal(List<String> arguments) throws ReflectiveOperationException {
        Method parse =
                classes.loadClass("io.github.sfcrime.job.JobArguments").getDeclaredMethod("parse", String[].class);
        parse.setAccessible(true);
        try {
            parse.invoke(null, (Object) arguments.toArray(String[]::new));
            return "";
        } catch (InvocationTargetException e) {
            return arguments + ": " + e.getCause();
        }
    }

    boolean has(String className) {
        try {
            return !classes.loadClass(className).isInterface();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The keys of the settings that Flink declares. */
    Set<String> settings() throws IOException, ReflectiveOperationException {
        Set<String> keys = new TreeSet<>();
        for (Path jar : flink) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                    String name = entries.nextElement().getName();
                    if (OPTIONS.matcher(name).matches()) {
                        keys.addAll(
                                keys(classes.loadClass(name.replace('/', '.').replaceFirst("\\.class$", ""))));
                    }
                }
            }
        }
        return keys;
    }

    private static Set<String> keys(Class<?> options) throws ReflectiveOperationException {
        Set<String> keys = new TreeSet<>();
        for (Field field : options.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType().getSimpleName().equals("ConfigOption")) {
                Object option = field.get(null);
                keys.add((String) option.getClass().getMethod("key").invoke(option));
            }
        }
        return keys;
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
