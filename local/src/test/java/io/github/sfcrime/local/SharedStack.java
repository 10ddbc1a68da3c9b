package io.github.sfcrime.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.flink.FlinkFailure;
import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class a {@link Stack} without jobs and topics, and a {@link WarmClient} of it. It is one for all
 * classes that are {@link OnSharedStack}, and ends after the last of them.
 */
final class SharedStack implements BeforeAllCallback, ParameterResolver {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Started shared = of(context);
        cancelJobs(shared);
        deleteTopics(shared.stack());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == WarmClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started shared = of(context);
        return parameter.getParameter().getType() == Stack.class ? shared.stack() : shared.client();
    }

    private static Started of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .getOrComputeIfAbsent(Started.class, none -> Started.now(), Started.class);
    }

    private static void cancelJobs(Started shared) {
        for (JsonNode job : shared.stack().rest().get("/jobs").path("jobs")) {
            if (!ENDED.contains(job.path("status").asText())) {
                String id = job.path("id").asText();
                shared.client().run(List.of("cancel", id));
                await("job " + id + " is cancelled")
                        .atMost(TIMEOUT)
                        .ignoreExceptionsInstanceOf(FlinkFailure.class)
                        .until(() -> ENDED.contains(shared.stack().rest().jobState(id)));
            }
        }
    }

    /** Returns once there are none. */
    static void deleteTopics(Stack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            await("all topics are gone")
                    .atMost(TIMEOUT)
                    .until(() -> admin.listTopics().names().get().isEmpty());
        }
    }

    /** A stack that has been started, with its client; closed with JUnit's store. */
    private record Started(Stack stack, WarmClient client) implements AutoCloseable {

        /** Settings are those that suit all tests; what only one wants it says when it submits its job. */
        static Started now() {
            Stack stack = Stack.temporary();
            try {
                stack.start(
                        BrokerSettings.onFreePort().jvm(JavaCommand.COMPILED_ONCE),
                        ClusterSettings.onFreePort()
                                .with("metrics.fetcher.update-interval", "200")
                                .with("web.refresh-interval", "200")
                                .with("sfcrime.rest.hosts", ForeignPageTest.OTHER_NAME)
                                .with(
                                        "env.java.opts.all",
                                        JavaCommand.COMPILED_ONCE + " " + LeftBehindTest.NOTHING_SOFTLY_HELD + " "
                                                + LeftBehindTest.CLASSES_IN_METASPACE));
                return new Started(stack, WarmClient.of(stack));
            } catch (Exception e) {
                stack.close();
                throw new IllegalStateException("the stack that tests share does not start", e);
            }
        }

        @Override
        public void close() {
            client.close();
            stack.close();
        }
    }
}
