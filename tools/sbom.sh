#!/usr/bin/env bash
# Writes build/sbom.cdx.json: the packages that requirements/run.txt pins, with hashes, as a CycloneDX 1.6 list. Made anew for
# each release and not tracked: a list that is tracked goes stale. The tool lives in an environment of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=build/sbom-tool
[ -x "$tool/bin/cyclonedx-py" ] || { python3 -m venv "$tool" && "$tool/bin/pip" install --quiet "cyclonedx-bom>=7,<8"; }
"$tool/bin/cyclonedx-py" requirements --pyproject pyproject.toml --output-reproducible --spec-version 1.6 --of JSON \
  -o build/sbom.cdx.json requirements/run.txt
echo "build/sbom.cdx.json"
