"""What is known of languages, people and places. Stages ask `packs` by language; what reads a file needs no model."""
