#!/bin/sh
# Makes Temporal's two databases and brings them to the schema of this version. Doing it again changes nothing.
set -eu

for database in temporal temporal_visibility; do
  sql() { temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u temporal --db "$database" "$@"; }
  schema=$([ "$database" = temporal ] && echo temporal || echo visibility)
  sql create
  sql setup-schema -v 0.0
  sql update-schema --schema-name "postgresql/v12/$schema"
done
