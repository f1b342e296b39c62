"""Metadata written down in front matter or a sidecar."""
