"""The yardstick for reading: spaCy's blank Arabic pipeline with a sentencizer and an EntityRuler over the same surfaces.

Run by a Python that has spaCy (RASAD_SPACY_PYTHON); reads {"patterns": [[label, surface]…], "texts": […]} on standard input and prints
the seconds of CPU that the texts took.
"""

import json
import sys
import time

import spacy


def main() -> None:
    job = json.load(sys.stdin)
    nlp = spacy.blank("ar")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "ORTH"})
    ruler.add_patterns([{"label": label, "pattern": surface} for label, surface in job["patterns"]])
    for text in job["texts"][:20]:
        nlp(text)
    start = time.process_time()
    found = sum(len(doc.ents) for doc in nlp.pipe(job["texts"]))
    json.dump({"seconds": time.process_time() - start, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
