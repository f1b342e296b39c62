"""One module for each kind of page: its view, its path, its draft."""
