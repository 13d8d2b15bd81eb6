#!/bin/sh
# Creates the namespace of the cases, or sets its retention, and makes sure that it knows the search attributes. Runs again at will.
# The command line reads TEMPORAL_ADDRESS itself.
set -eu
tries=0
until temporal operator cluster health; do
  tries=$((tries + 1))
  if [ "$tries" -ge 60 ]; then
    echo 'Temporal did not get healthy.' >&2
    exit 1
  fi
  sleep 2
done
if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
else
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
fi
for pair in $SEARCH_ATTRIBUTES; do
  name=${pair%=*}
  type=${pair#*=}
  # A new namespace may take a few seconds until every server knows it.
  tries=0
  until temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" | grep -qw "$name"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 30 ]; then
      echo "Search attribute $name could not be created." >&2
      exit 1
    fi
    temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$name" --type "$type" || sleep 2
  done
done
