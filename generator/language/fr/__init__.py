"""French, read by rules and lists: no model. `pack.py` is what the stages ask."""
