"""Text as people type it: plain, Markdown, rich text, bookmarks."""
