"""A happening told as a short sentence of the words of its own."""

import pytest

from generator.language.en.events.arguments import find_arguments
from generator.language.en.events.clause import tell_clause
from tests.language.en.events.reading import read_happenings


def tell(sentence: str) -> list[str]:
    """The clause of each happening of a sentence, its slices parted by blanks."""
    trees, mentions, triggers = read_happenings(sentence)
    told = []
    for trigger in triggers:
        spans = tell_clause(trees, trigger, find_arguments(trees, trigger, mentions), mentions)
        assert sorted(spans) == list(spans)
        told.append(" ".join(span.of(sentence) for span in spans))
    return told


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("The mayors of Cork and Leeds met in Lima on Monday.", "The mayors of Cork and Leeds met in Lima"),
        (
            "Ann Bell and Max Poe, who had met twice before, held talks in Vienna on Tuesday about fishing.",
            "Ann Bell and Max Poe held talks in Vienna about fishing",
        ),
        ("On Monday Ann Bell agreed to meet Max Poe in Vienna.", "Ann Bell agreed to meet Max Poe in Vienna"),
        ("Ann Bell will visit Oslo next week.", "Ann Bell will visit Oslo"),
        ("Bell's visit to Nairobi last Monday lasted three hours.", "Bell's visit to Nairobi"),
        ("Ann Bell is due to travel to Seoul on May 20.", "Ann Bell is due to travel to Seoul"),
        ("Bell phoned the Vestran president on Saturday to discuss grain.", "Bell phoned the Vestran president"),
        (
            "The ministry announced on Wednesday that schools would close.",
            "The ministry announced that schools would close",
        ),
        ("The ministry unveiled a plan to cut emissions on Thursday.", "The ministry unveiled a plan to cut emissions"),
        (
            "Lawmakers in Oslo voted on Tuesday against the pension bill.",
            "Lawmakers in Oslo voted against the pension bill",
        ),
        ("Voters elected Max Poe mayor of Cork on Sunday.", "Voters elected Max Poe mayor of Cork"),
        (
            "Ann Bell won the presidential election in Vestra on Sunday.",
            "Ann Bell won the presidential election in Vestra",
        ),
        ("Peru and Chile signed a water treaty in Lima on April 30.", "Peru and Chile signed a water treaty in Lima"),
        (
            "The signing of the ceasefire took place in Oslo on May 1.",
            "The signing of the ceasefire took place in Oslo",
        ),
        ("Parliament passed a law banning plastic bags on Thursday.", "Parliament passed a law banning plastic bags"),
        ("The bill was passed by the lower house on Wednesday.", "The bill was passed by the lower house"),
        ("Vestra has imposed sanctions on three banks since March.", "Vestra has imposed sanctions on three banks"),
        (
            "The board appointed Ann Bell as chief executive on Monday.",
            "The board appointed Ann Bell as chief executive",
        ),
        ("The board named Jonas Lund chairman on Monday.", "The board named Jonas Lund chairman"),
        (
            "Ibrahim Sarr was sworn in as president of Senegal on April 2.",
            "Ibrahim Sarr was sworn in as president of Senegal",
        ),
        ("The minister, who resigned on Friday, left the town.", "The minister resigned"),
        ("The minister did not resign after the vote.", "The minister did not resign"),
        ("Hartley refused to resign on Tuesday.", "Hartley refused to resign"),
        ("The opposition demanded that Ann Bell resign.", "The opposition demanded that Ann Bell resign"),
        ("The board urged Max Poe, its head since 2014, to resign.", "The board urged Max Poe to resign"),
        ("The club sacked its coach, Enzo Ferri, on Sunday night.", "The club sacked its coach"),
        ("Thousands marched through Cork on Saturday against a mine.", "Thousands marched through Cork against a mine"),
        ("Dock workers in Antwerp went on strike on Tuesday.", "Dock workers in Antwerp went on strike"),
        ("Rail staff may go on strike on June 2.", "Rail staff may go on strike"),
        ("Gunmen attacked a village near Mopti on Sunday.", "Gunmen attacked a village near Mopti"),
        (
            "A suicide bomber carried out an attack on a police station in Peshawar on April 27.",
            "A suicide bomber carried out an attack on a police station in Peshawar",
        ),
        (
            "The army denied that its soldiers had attacked a clinic in Sittwe on May 1.",
            "its soldiers had attacked a clinic in Sittwe",
        ),
        ("Rival gangs clashed in Lima on Tuesday.", "Rival gangs clashed in Lima"),
        ("Russian troops invaded Ukraine on February 24.", "Russian troops invaded Ukraine"),
        (
            "Police in Turin arrested two brothers on Thursday over a theft.",
            "Police in Turin arrested two brothers over a theft",
        ),
        ("Police said that three men had been arrested in Lyon.", "three men had been arrested in Lyon"),
        ("Three men arrested in Lyon on Friday were poor.", "Three men arrested in Lyon"),
        ("The arrest of Max Poe by federal agents shocked the town.", "arrest of Max Poe by federal agents"),
        ("Reyes was arrested on April 3 and charged with fraud on April 11.", "Reyes was charged with fraud"),
        ("The trial of Max Poe opened in Mumbai on May 5.", "The trial of Max Poe opened in Mumbai"),
        (
            "A court in Lyon sentenced Max Poe to nine years in prison on Tuesday.",
            "A court in Lyon sentenced Max Poe to nine years",
        ),
        (
            "The Supreme Court ruled on Wednesday that the tax was unlawful.",
            "The Supreme Court ruled that the tax was unlawful",
        ),
        ("Two journalists were freed in Mali on Monday.", "Two journalists were freed in Mali"),
        ("A bus overturned near Cuzco on Monday.", "A bus overturned near Cuzco"),
        ("A bus overturned near Cuzco, killing nine people.", "A bus overturned near Cuzco"),
        ("An earthquake struck western Afghanistan on January 17.", "An earthquake struck western Afghanistan"),
        (
            "Novelist Jane Roe died in a hospital in Leeds at the age of 80.",
            "Novelist Jane Roe died in a hospital in Leeds",
        ),
        ("The painter Otto Brandt was born in Graz on 3 June 1931.", "The painter Otto Brandt was born in Graz"),
        ("The singer married her manager in Verona last Saturday.", "The singer married her manager in Verona"),
        ("India launched a weather satellite on April 12.", "India launched a weather satellite"),
        ("The office published its inflation report on Thursday.", "The office published its inflation report"),
        ("Acme agreed in May to buy Borealis for $69 billion.", "Acme agreed to buy Borealis for $69 billion"),
        ("Acme filed for bankruptcy on April 26.", "Acme filed for bankruptcy"),
        ("Acme laid off 600 workers in Ohio on Wednesday.", "Acme laid off 600 workers in Ohio"),
        ("Spain defeated Germany in the final at Wembley on Sunday.", "Spain defeated Germany at Wembley"),
        (
            "Lena Voss was awarded the Nobel Prize in Stockholm in 2019.",
            "Lena Voss was awarded the Nobel Prize in Stockholm",
        ),
        (
            "Archaeologists discovered a Roman villa beneath a car park in Leicester on April 25.",
            "Archaeologists discovered a Roman villa beneath a car park in Leicester",
        ),
        (
            "The funeral of the former king was held in Lisbon on Saturday.",
            "The funeral of the former king was held in Lisbon",
        ),
        (
            "Rescue teams evacuated 300 residents from Rabaul on Tuesday.",
            "Rescue teams evacuated 300 residents from Rabaul",
        ),
        ("EU ministers to meet Turkish envoy in Valletta", "EU ministers to meet Turkish envoy in Valletta"),
        ("Five climbers died in an avalanche on Mont Blanc.", "Five climbers died in an avalanche on Mont Blanc"),
        ("In Cork, police stopped two buses and arrested ten men.", "police arrested ten men"),
        ("The board called for Max Poe to resign.", "The board called for Max Poe to resign"),
        ("They announced his resignation effective Monday.", "They announced his resignation"),
    ],
)
def test_a_happening_reads_as_a_sentence(sentence: str, clause: str) -> None:
    """Who did what to whom and where, without dates, clauses beside it and invented words."""
    assert clause in tell(sentence)


@pytest.mark.parametrize("sentence", ["Did the mayor meet the nurses?", "The meeting was long."])
def test_no_sentence_is_made_of_what_reads_as_none(sentence: str) -> None:
    """A question, a bare noun."""
    assert not "".join(tell(sentence))
