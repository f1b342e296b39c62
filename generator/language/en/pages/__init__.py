"""What English pages write around their articles: bylines, leads, addresses, turns."""
