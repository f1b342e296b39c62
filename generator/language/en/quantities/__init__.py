"""Numbers with what they count: which numbers a text has, which of them count nothing, what the others count."""
