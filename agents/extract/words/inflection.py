"""The written forms of a verb or a noun, so that a lexicon holds one row for all of them.

Only forms that news prose uses are made; a form that is no word does no harm, because a text does not contain it.
"""

from agents.extract.words.fold import fold_word

_PAST = ("ت", "وا", "ا", "تا", "نا")
_PAST_OBJECT = ("ه", "ها", "هم", "هما", "ته", "تها", "تهم", "تهما", "وه", "وها", "وهم")  # «قصفها», «استهدفته»
_PRESENT = ("ي", "ت", "ن")
_WITH_HAMZA = "ا"  # أ and إ are folded


def past_forms(past: str) -> set[str]:
    """The persons of a verb's past, and its objects (he, she, they), given as past third masculine singular.

    Only the first word is inflected: «فتح النار» gives «فتحت النار». The passive is spelt alike and needs no form of its own.
    """
    first, tail, base, weak = _parts(past)
    forms = {first, *(base + ending for ending in _PAST)}
    if not tail:
        forms.update((base if weak else first) + ending for ending in _PAST_OBJECT)
    return {form + tail for form in forms}


def present_forms(past: str) -> set[str]:
    """The present of the same verb: he, she, we, and they."""
    first, tail, base, _ = _parts(past)
    dropped = first.startswith(_WITH_HAMZA) and len(first) > 3  # افعل and استفعل lose their alif
    stem, short = (first[1:], base[1:]) if dropped else (first, base)
    forms = {person + stem for person in _PRESENT}
    forms.update(person + short + ending for person in "يت" for ending in ("ون", "ان"))
    return {form + tail for form in forms}


def _parts(past: str) -> tuple[str, str, str, bool]:
    """First word, the rest with its space, the first word without a weak last letter, and whether it has one («تصدى»)."""
    first, _, rest = fold_word(past).partition(" ")
    weak = first.endswith(("ي", "ا")) and not past.partition(" ")[0].endswith("أ")  # «أنشأ», «بدأ» keep their hamza: «أنشأت»
    return first, f" {rest}" if rest else "", first[:-1] if weak else first, weak


def noun_forms(noun: str) -> set[str]:
    """A noun or phrase with the endings its first word takes: accusative alif, dual, and the possessives his, hers, theirs."""
    first, _, rest = fold_word(noun).partition(" ")
    tail = f" {rest}" if rest else ""
    feminine = first.endswith("ه") and len(first) > 3
    base = first[:-1] + "ت" if feminine else first
    forms = {first + tail}
    if first.startswith("ال"):
        return forms
    if not tail:
        forms.update(base + ending for ending in ("ه", "ها", "هم"))
        forms.update(base + ending for ending in ("ان", "ين"))
        if not feminine and not first.endswith(("ات", "ا", "ين", "ون", "ان")):
            forms.add(first + "ا")
        return forms
    second, _, more = rest.partition(" ")
    if not more and not second.startswith("ال"):  # «هجوم مسلح»: «هجوما مسلحا», «الهجوم المسلح»
        if not feminine and not first.endswith(("ات", "ا", "ين", "ون", "ان")):
            forms.add(f"{first}ا {second}" if second.endswith("ه") else f"{first}ا {second}ا")
        forms.add(f"ال{first} ال{second}")
    return forms
