"""What shows in the bytes of a mail that it holds more than its text."""

ATTACHMENT = "attachment"
"""What a part states that is attached to a mail: its file's name."""
ARTICLE = b"schema.org/Article"
"""How an alert marks its items."""
_MARKS = (b"attachment", b"filename", b"name=", b"rfc822", b"googlealerts-noreply", ARTICLE.lower())


def may_hold_others(suffix: str, content: bytes) -> bool:
    """Whether a message is worth reading for files that are attached to it, or for the items of an alert."""
    if suffix == ".msg":
        return True
    lower = content.lower()
    return any(mark in lower for mark in _MARKS)
