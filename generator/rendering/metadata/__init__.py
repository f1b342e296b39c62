"""What programs read of the site: metadata in the head of pages, feeds, plain Markdown, a map for language models."""
