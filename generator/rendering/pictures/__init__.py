"""Pictures as inline SVG, drawn when the site is built: text, links, and a table behind each."""
