#!/bin/sh
# install.sh <package> [--prod]: installs one package of the workspace and those it is built from, exactly as locked.
set -eu

package=$1
shift
# Dependencies are followed through `dependencies` only: the test kit, with its browser and its Postgres, stays out.
pnpm install --frozen-lockfile --store-dir "${PNPM_STORE:-/pnpm/store}" --filter-prod "$package..." "$@"
# The repository pins Node through npm for people's machines; an image has its own.
rm -rf node_modules/.pnpm/node-linux-* node_modules/node-linux-* node_modules/.bin/node
