"""What is chosen and brought together out of findings for a page: key points, figures, meetings."""
