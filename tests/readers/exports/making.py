"""Small exports of news databases with made-up papers and articles, in the forms in which the services write them."""

from collections.abc import Sequence

from tests.readers.making import docx, word_paragraph

PLAIN_FIRST = "The bill for dredging Norwell harbour has doubled, the harbour master, Ken Osei, said yesterday."
PLAIN_SECOND = "The row over the Eastmoor school bus has ended, head teacher Jill Amory said on Wednesday."
FIRST = ("Dredging bill doubles", "2014-06-03", "The Norwell Guardian", ("Tara Quill",), PLAIN_FIRST)
SECOND = ("School bus row ends", "2015-07-09", "The Eastmoor Echo (Eastmoor)", ("Mick Dorran",), PLAIN_SECOND)

NEXIS_LINES = (
    *("User Name: T. QUILL", "Date and Time: Friday, July 10, 2015 9:31:00 AM", "Job Number: 1", "Documents (2)"),
    *("1. Dredging bill doubles", "Client/Matter: -None-", "2. School bus row ends", "Client/Matter: -None-"),
    *("Dredging bill doubles", "The Norwell Guardian", "June 3, 2014 Tuesday", "Copyright 2014 Norwell Media Ltd"),
    *("Section: NEWS; Pg. 4", "Length: 16 words", "Byline: Tara Quill", "Body", PLAIN_FIRST),
    *("Graphic", "Photo: the harbour", "Classification", "Language: ENGLISH", "Load-Date: June 4, 2014"),
    "End of Document",
    *("School bus row ends", "The Eastmoor Echo (Eastmoor)", "July 9, 2015 Thursday, Final Edition"),
    *("Copyright 2015 Echo Press All Rights Reserved", "Section: LOCAL; Pg. 2", "Length: 15 words"),
    *("Byline: By MICK DORRAN; Mick Dorran lives in Eastmoor", "Body", PLAIN_SECOND, "Load-Date: July 9, 2015"),
    "End of Document",
)
"""Nexis Uni: a cover, then each article up to "End of Document"."""

COUNTED = f"""
                               1 of 2 DOCUMENTS


                             The Norwell Guardian

                              June 3, 2014 Tuesday

Dredging bill doubles

BYLINE: Tara Quill

SECTION: NEWS; Pg. 4

LENGTH: 16 words


{PLAIN_FIRST}

LOAD-DATE: June 3, 2014

LANGUAGE: ENGLISH

                 Copyright 2014 Norwell Media Ltd
                       All Rights Reserved

                               2 of 2 DOCUMENTS


                         The Eastmoor Echo (Eastmoor)

                              July 9, 2015 Thursday
                                 2nd Edition

School bus row ends

BYLINE: By Mick Dorran

SECTION: LOCAL; Pg. 2

LENGTH: 15 words

{PLAIN_SECOND}

LOAD-DATE: July 9, 2015

LANGUAGE: ENGLISH

                 Copyright 2015 Echo Press
                       All Rights Reserved
"""
"""LexisNexis before 2019."""

FACTIVA_LINES = (
    *("News", "Dredging bill doubles", "By Tara Quill", "312 words", "3 June 2014", "The Norwell Guardian", "NORGDN"),
    *("4", "English", "(c) 2014 Norwell Media Ltd", PLAIN_FIRST, "Norwell Media Ltd"),
    "Document NORGDN0020140603ea630001x",
    *("Local", "School bus row ends", "Mick Dorran", "1,180 words", "9 July 2015", "16:05"),
    *("The Eastmoor Echo (Eastmoor)", "EASECH", "English", "Copyright 2015 Echo Press", PLAIN_SECOND),
    "Document EASECH0020150709eb790001x",
)
"""Factiva without codes."""

TAGGED_LINES = (
    *("SE News", "HD Dredging bill doubles", "BY Tara Quill", "WC 312 words", "PD 3 June 2014"),
    *("SN The Norwell Guardian", "SC NORGDN", "LA English", "CY (c) 2014 Norwell Media Ltd", "LP", PLAIN_FIRST),
    *("NS gpol : Politics", "AN Document NORGDN0020140603ea630001x"),
    *("HD School bus row ends", "BY By Mick Dorran", "WC 180 words", "PD 9 July 2015", "ET 16:05"),
    *("SN The Eastmoor Echo (Eastmoor)", "SC EASECH", "LA English", f"TD {PLAIN_SECOND}"),
    "AN Document EASECH0020150709eb790001x",
)
"""Factiva with the code of each field."""

_RULE = "_" * 60
PROQUEST = f"""{_RULE}

Report Information from ProQuest

10 July 2015 09:31
{_RULE}

Table of contents

1. Dredging bill doubles

2. School bus row ends

{_RULE}

Document 1 of 2

Dredging bill doubles

Author: Quill, Tara

Publication info: The Norwell Guardian , Late Edition; Norwell (NS) [Norwell (NS)]03 Jun 2014: 4.

http://search.proquest.example/docview/1?accountid=2

Abstract: The bill has doubled.

Full text: {PLAIN_FIRST}

Subject: Harbors; Dredging

Publication title: The Norwell Guardian

Publication date: Jun 3, 2014

ProQuest document ID: 101

Copyright: Copyright Norwell Media Ltd Jun 3, 2014

Database: Newsstream

{_RULE}

Document 2 of 2

School bus row ends

Author: Dorran, Mick

Publication info: The Eastmoor Echo (Eastmoor); Eastmoor [Eastmoor]09 Jul 2015: 2.

Full text: {PLAIN_SECOND}

Publication title: The Eastmoor Echo (Eastmoor)

Publication date: Jul 9, 2015

ProQuest document ID: 102

Database: Newsstream

{_RULE}

Contact us at: http://www.proquest.example
"""

EBSCO = f"""Record: 1

Title:
Dredging bill doubles.

Authors:
Quill, Tara

Source:
Norwell Guardian, The. 06/03/2014, p4.

Document Type:
Article

Accession Number:
101

Database:
Newspaper Source

Section:
News

{PLAIN_FIRST}

Copyright:
Norwell Media Ltd

{_RULE}

Record: 2

Title:
School bus row ends.

Authors:
Dorran, Mick

Source:
Eastmoor Echo (Eastmoor), The. 07/09/2015, p2.

Accession Number:
102

Database:
Newspaper Source

{PLAIN_SECOND}

Copyright:
Echo Press
"""


def as_docx(lines: Sequence[str]) -> bytes:
    """The lines as paragraphs of a Word document."""
    return docx("".join(map(word_paragraph, lines)))


def as_rtf(lines: Sequence[str]) -> bytes:
    """The lines as paragraphs of a Rich Text file."""
    return ("{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in lines) + "}").encode("cp1252")


def as_page(lines: Sequence[str]) -> bytes:
    """The lines as paragraphs of a page."""
    inner = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>Export</title></head><body>{inner}</body></html>".encode()


def as_text(lines: Sequence[str]) -> bytes:
    """The lines as those of a plain text."""
    return "\n".join(lines).encode()
