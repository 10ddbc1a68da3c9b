package io.github.sfcrime.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells requests of this cluster's own pages, and of programs, from those of other sites' pages. A browser names the
 * page's site in {@code Origin} or {@code Sec-Fetch-Site}; where a foreign name leads to this machine, in {@code Host}.
 *
 * @param names under which the cluster may be called, in lower case, besides localhost and any address in digits
 */
record OwnSite(Set<String> names) {

    private static final Pattern AUTHORITY = Pattern.compile("(?<name>\\[[0-9a-f:.]+]|[^:@/]+)(:\\d+)?");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*|\\d{1,3}(\\.\\d{1,3}){3}");

    /**
     * Why a request is refused, nothing if it is not.
     *
     * @param headers all values of a header, by its name
     */
    Optional<String> refusal(Function<String, List<String>> headers) {
        List<String> hosts = headers.apply("Host");
        for (String host : hosts) {
            if (!isOurs(host.toLowerCase(Locale.ROOT))) {
                return Optional.of("Host " + host + " is not a name of this cluster");
            }
        }
        for (String origin : headers.apply("Origin")) {
            if (hosts.stream().noneMatch(host -> origin.matches("(?i)https?://" + Pattern.quote(host)))) {
                return Optional.of("Origin " + origin + " is another site");
            }
        }
        return isFetchedByAnother(headers) ? Optional.of("a page of another site asks") : Optional.empty();
    }

    private boolean isOurs(String host) {
        Matcher authority = AUTHORITY.matcher(host);
        if (!authority.matches()) {
            return false;
        }
        String name = authority.group("name");
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || names.contains(name)
                || ADDRESS.matcher(name).matches();
    }

    /** What a page loads without asking has no origin; a link that a person follows is no page's request. */
    private static boolean isFetchedByAnother(Function<String, List<String>> headers) {
        return headers.apply("Sec-Fetch-Site").stream()
                        .anyMatch(site -> site.equals("cross-site") || site.equals("same-site"))
                && !headers.apply("Sec-Fetch-Dest").contains("document");
    }
}
