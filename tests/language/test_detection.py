"""Language detection says a language only when it is sure."""

import pytest

from generator.language.packs import detect_language

SAMPLES = {
    "en": "The minister said that the talks will go on and that they have not been called off.",
    "fr": "Le ministre a dit que les pourparlers vont continuer et qu'ils ne sont pas annulés dans la ville.",
    "de": "Der Minister sagte, dass die Gespräche nicht abgesagt sind und dass sie auch noch weiter gehen.",
    "es": "El ministro dijo que las conversaciones no se han cancelado y que los equipos siguen en la ciudad.",
    "ru": "Министр сказал, что переговоры не отменены и что они будут продолжаться в городе до вечера.",
    "ar": "قال الوزير إن المحادثات في المدينة لم تلغ وهو من بين الذين كانوا على استعداد",
    "zh": "部长表示会谈没有取消，将继续进行。",
    "ja": "大臣は会談が中止されていないと述べた。",
    "ko": "장관은 회담이 취소되지 않았다고 말했다.",
    "hi": "मंत्री ने कहा कि यह बैठक रद्द नहीं है और वे शहर में हैं।",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_plain_text_is_recognized(language: str) -> None:
    """A plain sentence or two is enough where function words or the script are clear."""
    assert detect_language(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "   \n", "12345 67 %", "Kalder Brondt Vesk", "xyz " * 50, "@@@ ###"])
def test_what_is_not_clear_is_undetermined(text: str) -> None:
    """No letters, or no function words: the language is not guessed."""
    assert detect_language(text) == "und"


def test_two_languages_side_by_side_are_undetermined() -> None:
    """Two languages in equal parts give no answer."""
    assert detect_language((SAMPLES["de"] + " " + SAMPLES["es"]) * 3) == "und"


def test_only_the_beginning_counts() -> None:
    """A long tail in another language changes nothing."""
    assert detect_language(SAMPLES["en"] * 300 + SAMPLES["fr"] * 5000) == "en"
