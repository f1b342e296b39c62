"""PDF: lines with their places, in reading order, joined to paragraphs."""
