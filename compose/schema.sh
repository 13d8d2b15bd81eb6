#!/bin/sh
# Creates or brings up to date the two databases of Temporal. Runs again at will.
set -eu
schema() {
  temporal-sql-tool --plugin postgres12 --ep postgresql -p 5432 -u temporal --db "$1" create
  temporal-sql-tool --plugin postgres12 --ep postgresql -p 5432 -u temporal --db "$1" setup-schema -v 0.0
  temporal-sql-tool --plugin postgres12 --ep postgresql -p 5432 -u temporal --db "$1" update-schema \
    -d "/etc/temporal/schema/postgresql/v12/$2/versioned"
}
schema temporal temporal
schema temporal_visibility visibility
