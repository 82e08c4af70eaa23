#!/bin/sh
# Run by the Postgres image when its data folder is new: one role for Botdeck, one for Temporal, none of them a superuser.
set -eu

psql -v ON_ERROR_STOP=1 -v botdeck="$BOTDECK_DB_PASSWORD" -v temporal="$TEMPORAL_DB_PASSWORD" \
  --username postgres --dbname postgres <<'SQL'
create role botdeck login password :'botdeck';
create database botdeck owner botdeck;
-- Temporal's own tool makes its two databases.
create role temporal login createdb password :'temporal';
SQL
