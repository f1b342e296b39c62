"""A small made collection for the browser: two papers, an agency, a few people, two months; and what came later."""

REPORTS = {
    "talks.txt": (
        "Harbour talks end without a deal\n\n12 March 2021\n\n"
        "Theresa Quill, the harbour's lawyer, met Mayor Omar Nasser in Brussels on 10 March 2021. "
        "The demands of the harbour remain, Quill said. “We will not give up one quay,” said Theresa Quill. "
        "The World Health Organization (WHO) sent no one.\n\n(AP)\n"
    ),
    "answer.txt": (
        "Mayor answers the harbour\n\n20 March 2021\n\n"
        "Omar Nasser, the mayor of Leeds, said that the demands of the harbour are too high. "
        "Theresa Quill did not answer. The harbour and Nasser will meet on 25 April 2021 in Brussels.\n"
    ),
    "courier.txt": (
        "What the harbour wants\n\n15 March 2021\n\n"
        "Theresa Quill wants three quays, the Courier has learned. Eugene Marlow, the chair of the Harbour Trust, "
        "agreed. “The case is weak,” Omar Nasser told Radio Valley.\n"
    ),
    "talks.yml": "publisher: The Valley Post\n",
    "answer.yml": "publisher: The Valley Post\n",
    "courier.yml": "publisher: The Courier\n",
}
LATER = {
    "april.txt": (
        "Harbour takes its case to court\n\n3 April 2021\n\n"
        "Theresa Quill brought the case to the court in Leeds on 2 April 2021. “We had no choice,” Quill said. "
        "The World Health Organization was told.\n"
    ),
    "april.yml": "publisher: The Valley Post\n",
    **{
        f"weather-{number}.txt": (
            f"Rain on day {number}\n\n{number} June 2021\n\n"
            f"Rain fell in Leeds for {number} hours. The café in the park stayed open.\n"
        )
        for number in range(1, 15)
    },
}
