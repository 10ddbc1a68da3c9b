package io.github.sfcrime.schemas;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who talks to Kafka, and what each of them has to be allowed to: no more than their programs do. */
public enum Principal {
    /** Sends calls. */
    LOADER {
        @Override
        List<Right> rights() {
            return List.of(new Right(
                    TOPIC, Topic.CRIME_DATA.name(), LITERAL, List.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS, WRITE)));
        }
    },
    /** Reads calls and writes what comes of them, in transactions where it delivers exactly once. */
    JOB {
        @Override
        List<Right> rights() {
            // It asks for its topics to be created, also where they are there.
            List<Right> rights = ofEachResult(CREATE, DESCRIBE, WRITE);
            rights.add(new Right(TOPIC, Topic.CRIME_DATA.name(), LITERAL, List.of(DESCRIBE, READ)));
            rights.add(new Right(GROUP, "sfcrime", LITERAL, List.of(DESCRIBE, READ)));
            rights.add(new Right(TRANSACTIONAL_ID, "sfcrime", PREFIXED, List.of(DESCRIBE, WRITE)));
            // How long the broker lets transactions take.
            rights.add(new Right(CLUSTER, Resource.CLUSTER_NAME, LITERAL, List.of(DESCRIBE_CONFIGS)));
            return rights;
        }
    },
    /** Reads results, under groups of its own. */
    READER {
        @Override
        List<Right> rights() {
            List<Right> rights = ofEachResult(DESCRIBE, READ);
            rights.add(new Right(GROUP, "sfcrime-reader", PREFIXED, List.of(DESCRIBE, READ)));
            return rights;
        }
    };

    /** What it may do with something in Kafka, or with all whose names begin so. */
    record Right(ResourceType type, String name, PatternType pattern, List<AclOperation> operations) {}

    abstract List<Right> rights();

    private static List<Right> ofEachResult(AclOperation... operations) {
        List<Right> rights = new ArrayList<>();
        for (Topic topic : Topic.ALL) {
            if (!topic.equals(Topic.CRIME_DATA)) {
                rights.add(new Right(TOPIC, topic.name(), LITERAL, Arrays.asList(operations)));
            }
        }
        return rights;
    }

    /** Its name as a user. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its rights, from any host. */
    public List<AclBinding> acls() {
        List<AclBinding> acls = new ArrayList<>();
        for (Right right : rights()) {
            for (AclOperation operation : right.operations()) {
                acls.add(new AclBinding(
                        new ResourcePattern(right.type(), right.name(), right.pattern()),
                        new AccessControlEntry("User:" + user(), "*", operation, AclPermissionType.ALLOW)));
            }
        }
        return acls;
    }
}
