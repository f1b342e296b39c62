"""How reports open: place, day and agency in the house forms of the world's agencies and press wires."""

import pytest

from generator.language.en.pages.leads import find_lead


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("GENEVA, Jan. 7 (Xinhua) -- The talks", "GENEVA", "Jan. 7", "Xinhua"),
        ("LONDON (Reuters) - The shares", "LONDON", None, "Reuters"),
        ("(Reuters) — The shares", None, None, "Reuters"),
        ("New Delhi [India], January 7 (ANI): The talks", "New Delhi [India]", "January 7", "ANI"),
        ("Paris, France, 7 January — The talks", "Paris, France", "7 January", None),
        ("MINSK, June 21. /TASS/. The minister", "MINSK", "June 21", "TASS"),
        ("MINSK. June 21 (Interfax) - The minister", "MINSK.", "June 21", "Interfax"),
        ("BAKU, Azerbaijan, January 5. The minister", "BAKU, Azerbaijan", "January 5", None),
        ("NEW DELHI, Jan 5 (PTI) The minister", "NEW DELHI", "Jan 5", "PTI"),
        ("Taipei, Jan. 5 (CNA) The cabinet", "Taipei", "Jan. 5", "CNA"),
        ("TAIPEI (CNA) The cabinet", "TAIPEI", None, "CNA"),
        ("Abuja, Jan. 5, 2023 (NAN) The minister", "Abuja", "Jan. 5, 2023", "NAN"),
        ("JAKARTA (ANTARA) - The minister", "JAKARTA", None, "ANTARA"),
        ("KUALA LUMPUR, Jan 5 (Bernama) -- The king", "KUALA LUMPUR", "Jan 5", "Bernama"),
        ("ISLAMABAD, Jan 05 (APP): The court", "ISLAMABAD", "Jan 05", "APP"),
        ("Riyadh, Jan 5, 2023, SPA -- The king", "Riyadh", "Jan 5, 2023", "SPA"),
        ("ACCRA, Jan. 5, GNA - The court", "ACCRA", "Jan. 5", "GNA"),
        ("Tehran, IRNA – The minister", "Tehran", None, "IRNA"),
        ("ABU DHABI, 5th January, 2023 (WAM) -- The ruler", "ABU DHABI", "5th January, 2023", "WAM"),
        ("Madrid, 5 Jan (EFE).- The king", "Madrid", "5 Jan", "EFE"),
        ("(ANSA) - ROME, JAN 5 - The pope", "ROME", "JAN 5", "ANSA"),
        ("ULAANBAATAR, January 5 /MONTSAME/. The herds", "ULAANBAATAR", "January 5", "MONTSAME"),
        ("KESWICK, Feb. 14, 2022 /PRNewswire/ -- The firm", "KESWICK", "Feb. 14, 2022", "PRNewswire"),
        ("NEW YORK, Oct. 26, 2023 (GLOBE NEWSWIRE) -- The firm", "NEW YORK", "Oct. 26, 2023", "GLOBE NEWSWIRE"),
        ("SAN FRANCISCO--(BUSINESS WIRE)--The firm", "SAN FRANCISCO", None, "BUSINESS WIRE"),
        ("HOUSTON, TX / ACCESS Newswire / May 5, 2025 / The firm", "HOUSTON, TX", "May 5, 2025", "ACCESS Newswire"),
        ("LONDON, October 26, 2023 /EINPresswire.com/ -- The firm", "LONDON", "October 26, 2023", "EINPresswire.com"),
        ("DUNMORE, Ohio--(BUSINESS WIRE)--May 4, 2021--The firm", "DUNMORE, Ohio", "May 4, 2021", "BUSINESS WIRE"),
        ("Vancouver--(Newsfile Corp. - May 5, 2025) - The firm", "Vancouver", "May 5, 2025", "Newsfile Corp."),
        ("Boston, MA (PRWEB) October 26, 2023 -- The firm", "Boston, MA", "October 26, 2023", "PRWEB"),
        ("TOKYO, Oct 26, 2023 - (JCN Newswire) - The firm", "TOKYO", "Oct 26, 2023", "JCN Newswire"),
        ("ACCRA, Ghana, October 26, 2023/APO Group/ -- The bank", "ACCRA, Ghana", "October 26, 2023", "APO Group"),
    ],
)
def test_a_report_opens_with_place_date_and_agency(text: str, place: str, date: str, agency: str) -> None:
    """Each of them can be missing, but not both date and agency; the first sentence begins behind them."""
    lead = find_lead(text)
    assert lead is not None
    assert [part and part.of(text) for part in (lead.place, lead.date, lead.agency)] == [place, date, agency]
    assert text[lead.end :].startswith("The ")


@pytest.mark.parametrize(
    "text",
    [
        "Moscow – the capital",
        "The EU (European Union) - that is",
        "Ann (38) - the mayor",
        "A",
        "Bank Negara (BNA) Governor Ann Lee",
        "Associated Press (AP) The",
        "The Press Trust of India (PTI) said",
        "January 5, 2022 was cold",
        "May 5. The day",
        "Paris, January 7. The day was cold",
        "Quay Systems, Inc. (NYSE: QAY) today",
        "Mary, Anna - they left",
        "By Ann Lee (Reuters)",
    ],
)
def test_other_openings_are_sentences(text: str) -> None:
    """Without a date or a known agency, or without a mark and in small letters, it is the first sentence."""
    assert find_lead(text) is None


def test_a_lead_is_read_from_where_the_text_begins() -> None:
    """Spans point into the whole text."""
    text = "A headline\n\nGENEVA, Jan. 7 (Xinhua) -- The talks"
    lead = find_lead(text, 12)
    assert lead is not None and lead.date is not None
    assert lead.date.of(text) == "Jan. 7"
