#!/bin/bash
# A stand-in for the script of Kafka's distribution.
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} ${KAFKA_OPTS:-} -cp "/opt/kafka/libs/*" "$@"
