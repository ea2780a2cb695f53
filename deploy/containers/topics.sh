#!/usr/bin/env bash
# Creates the topics of the list beside it that are missing. The broker is KAFKA_BOOTSTRAP.
set -euo pipefail
while read -r name partitions cleanup days; do
  case $name in '' | '#'*) continue ;; esac
  settings=(--config "cleanup.policy=$cleanup")
  if [ "$cleanup" = delete ]; then
    settings+=(--config "retention.ms=$((days * 24 * 60 * 60 * 1000))")
  fi
  "${KAFKA_PROGRAMS:-/opt/kafka/bin}/kafka-topics.sh" --bootstrap-server "$KAFKA_BOOTSTRAP" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor 1 "${settings[@]}" < /dev/null
done < "$(dirname "$0")/topics"
