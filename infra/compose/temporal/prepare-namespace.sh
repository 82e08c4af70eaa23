#!/bin/sh
# Makes the namespace in which Botdeck's workflows run. Doing it again changes nothing.
set -eu

# Closed workflows are kept for 30 days. Their ids are refused a second time for as long.
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d
