#!/bin/sh
# Writes requirements/*.txt from pyproject.toml: every version and hash, for every system and every Python from 3.11 on.
# `--upgrade` takes the newest versions that pyproject.toml allows; without it only what must change changes.
set -eu
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null 2>&1; then
    echo "make lock needs uv: install it (pip install uv), then run make lock again" >&2
    exit 1
fi

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command "make lock" pyproject.toml "$@"
}

compile --group build --output-file requirements/run.txt "$@"
# The same versions in both: what the tests run with is what the site is built with.
compile --group dev --constraints requirements/run.txt --output-file requirements/dev.txt "$@"
