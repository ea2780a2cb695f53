#!/usr/bin/env bash
# Creates the databases and roles that are missing and sets the roles' passwords, as the launcher on one machine does.
# The server is PGHOST, PGPORT, PGUSER, PGPASSWORD; the password of a role is SOJOURN_<NAME>_DB_PASSWORD.
set -euo pipefail
while read -r name; do
  password=SOJOURN_${name^^}_DB_PASSWORD
  psql --no-psqlrc --quiet --dbname postgres --set ON_ERROR_STOP=1 --set name="$name" --set password="${!password}" <<'SQL'
select format('create role %I login', :'name') where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" password :'password';
grant :"name" to current_user;
select format('create database %1$I owner %1$I', :'name') where not exists (select from pg_database where datname = :'name') \gexec
revoke connect on database :"name" from public;
SQL
done < "$(dirname "$0")/databases"
