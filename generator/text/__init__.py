"""Strings in, strings or model values out: what is true of text in itself, whatever stage asks."""
