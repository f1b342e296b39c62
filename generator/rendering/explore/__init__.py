"""Explore: one page that finds briefs, events and statements by any combination of what is known of them.

`tables.py` says what can be chosen and found, `shown.py` what a result says, `files.py` in what form a browser gets
both, `page.py` makes the page. `assets/explore.js` reads the files by the rules of `files.py`: change both.
"""
