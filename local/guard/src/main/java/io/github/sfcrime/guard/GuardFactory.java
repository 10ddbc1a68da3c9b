package io.github.sfcrime.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.Channel;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInitializer;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelPipeline;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;

/** Puts the guard into each connection to Flink's REST interface; Flink finds it as a service on its class path. */
public final class GuardFactory implements InboundChannelHandlerFactory {

    /** More names under which the REST interface may be called, such as a proxy's; {@code ;} between them. */
    static final ConfigOption<List<String>> HOSTS =
            ConfigOptions.key("sfcrime.rest.hosts").stringType().asList().defaultValues();

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Optional<ChannelHandler> createHandler(Configuration configuration, Map<String, String> responseHeaders) {
        OwnSite site = new OwnSite(names(configuration));
        return Optional.of(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                // Before Flink's own handlers, which write what is uploaded to disk.
                ChannelPipeline pipeline = channel.pipeline();
                pipeline.addAfter(
                        pipeline.context(HttpServerCodec.class).name(), "sfcrime-guard", new RefuseOtherSites(site));
            }
        });
    }

    static Set<String> names(Configuration configuration) {
        Set<String> names = new HashSet<>();
        configuration.getOptional(RestOptions.ADDRESS).ifPresent(names::add);
        configuration.getOptional(JobManagerOptions.ADDRESS).ifPresent(names::add);
        names.addAll(configuration.get(HOSTS));
        Set<String> lowerCase = new HashSet<>();
        names.forEach(name -> lowerCase.add(name.toLowerCase(Locale.ROOT)));
        return Set.copyOf(lowerCase);
    }
}
