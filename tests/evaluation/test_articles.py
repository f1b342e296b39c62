"""What is cut from clean articles is listed, sentences first."""

from evaluation.articles import find_cuts, report

TEXT = (
    "The harbour opened again on Monday, the mayor said, and the ships that had been sent away came back.\n\n"
    "Share this article\n\nThe mayor of the harbour thanked the crews of the ships that had come back on Monday."
)


def test_cuts_of_an_article_are_found() -> None:
    """Each with its reason, and whether it is a sentence."""
    cuts = list(find_cuts("a", TEXT))
    assert [(cut.reason, cut.text, cut.is_sentence) for cut in cuts] == [("share buttons", "Share this article", False)]
    assert next(report(cuts, 1)) == "1 articles: 0 sentences cut, 1 lines cut"
