"""Scans: images, and pages of a PDF that are images, read by a program for text recognition (OCR)."""
