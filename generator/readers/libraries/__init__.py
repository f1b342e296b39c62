"""Libraries (RIS, BibTeX, Zotero RDF, CSL-JSON): what they state of the files beside them, and their abstracts."""
