"""What the house finds on the project's own words, written down: a change of any finding is a change of a file here."""
