"""Who says what in a document: quotations, claims, turns, and quotation marks in the headline."""
