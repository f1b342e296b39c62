"""What opposes each other: denials, refusals, another number or day of one happening."""
