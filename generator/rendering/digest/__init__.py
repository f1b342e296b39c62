"""The state of things in some days: the themes in order of weight, each with a few proven sentences."""
