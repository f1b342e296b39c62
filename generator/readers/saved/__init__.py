"""Pages as programs save them: web archives, pages with all their parts in one file."""
