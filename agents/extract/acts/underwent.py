"""Underwent: «تعرضت مناطق في بلدات كذا وكذا، بريف كذا، لقصف»: a verb whose «ل» holds it and the act together, however far they stand."""

from agents.extract.words.lexicon import Hit

_VERB, _TO = "تعرض", frozenset(["ل", "لل"])
_FAR = 110  # characters between the two
_THAT = ("التي ", "الذي ", "الذين ", "اللتين ", "اللذين ", "اللتان ", "اللذان ")  # which one is meant, not what befell it now


def reach(text: str, verb: Hit, act: Hit) -> int:
    """How many characters may stand between a verb and the act that somebody underwent; 0 where it is another verb."""
    if act.proclitic not in _TO or not text.startswith(_VERB, verb.entry_start) or text.endswith(_THAT, 0, verb.start):
        return 0
    return _FAR
