"""What a source is as a publication: title, day, publisher, authors and credits."""
