#!/usr/bin/env bash
# Starts Keycloak with the realm, and its first users: the demo's, or the first admin if there is a password for one.
# What is there already is not imported again.
set -euo pipefail
home=${KEYCLOAK_HOME:-/opt/keycloak}
realm=$(dirname "$0")/realm
mkdir -p "$home/data/import"
rm -f "$home/data/import/sojourn-users-0.json"
cp "$realm/sojourn-realm.json" "$home/data/import/"
if [ "$SOJOURN_DEMO" = true ]; then
  cp "$realm/demo/sojourn-users-0.json" "$home/data/import/"
elif [ -n "${SOJOURN_FIRST_ADMIN_PASSWORD:-}" ]; then
  cp "$realm/first-admin/sojourn-users-0.json" "$home/data/import/"
fi
exec "$home/bin/kc.sh" start --import-realm
