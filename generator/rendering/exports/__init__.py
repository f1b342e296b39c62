"""What leaves the site for other programs: JSON, calendar files, plain Markdown."""
