"""Word, OpenDocument and e-books."""
