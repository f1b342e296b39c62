"""What is said of a file in a format that nobody reads, and what to do about it."""

from generator.formats import KNOWN


def no_reader(suffix: str) -> str:
    """The fault of a file whose suffix nobody reads."""
    return f"no reader for '{suffix}'" if suffix else "no reader for a name without a suffix"


def cure_for(suffix: str) -> str:
    """What to do about a file whose suffix nobody reads."""
    suffix = suffix.lower()
    return next((cure for suffixes, cure in _CURES if suffix in suffixes), f"known: {KNOWN}")


_CURES = (
    ((".doc", ".dot", ".wpd", ".wps"), "open it in Word or LibreOffice and save it as .docx"),
    ((".ppt", ".pps", ".odp"), "open it in PowerPoint or LibreOffice and save it as .pptx"),
    ((".xls", ".xlsb", ".ods"), "open it in Excel or LibreOffice and save it as .xlsx or .csv"),
    ((".pages",), "export it from Pages as .docx"),
    ((".key",), "export it from Keynote as .pptx"),
    ((".numbers",), "export it from Numbers as .xlsx or .csv"),
    ((".djvu", ".djv"), "convert it to a PDF with its text, or save its text as a .txt file"),
    ((".gif", ".webp", ".bmp", ".heic", ".jp2"), "save it as .png, whose text is read where Tesseract is installed"),
    ((".mobi", ".azw", ".azw3"), "convert it to .epub"),
    ((".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"), "unpack it, and put what is in it into the folder"),
    ((".mp3", ".m4a", ".wav", ".mp4", ".mov"), "no speech is read: put its transcript here, as .txt, .srt or .vtt"),
)
"""What to do about known formats that nobody reads."""
