"""Web pages: their visible text, which of it is the article, and what they state of themselves."""
