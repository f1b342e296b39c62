"""What the pictures show: of a name, a theme, the whole collection."""
