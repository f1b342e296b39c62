"""Tables and records of articles (.csv, .tsv, .json, .jsonl): each row becomes a source of its own."""
