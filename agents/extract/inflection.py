"""The written forms of a verb or a noun, so that a lexicon holds one row for all of them.

Only forms that news prose uses are made; a form that is no word does no harm, because a text does not contain it.
"""

from agents.extract.fold import fold_word

_PAST = ("", "ت", "وا", "ا", "تا", "نا")
_PAST_OBJECT = ("ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها")  # «قصفها», «استهدفته»
_PRESENT = ("ي", "ت", "ن")
_WITH_HAMZA = "ا"  # أ and إ are folded


def verb_forms(past: str) -> set[str]:
    """Past (all persons of the third, and we), present and its plural, of a sound verb given as past third masculine singular.

    Only the first word is inflected: «فتح النار» gives «فتحت النار». Passive voice is spelt alike and needs no form of its own.
    """
    first, _, rest = fold_word(past).partition(" ")
    tail = f" {rest}" if rest else ""
    stem = first
    weak = first.endswith(("ي", "ا"))  # «تصدى» (folded تصدي): تصدت, تصدوا
    base = first[:-1] if weak else first
    forms = {first}
    forms.update(base + ending for ending in _PAST if ending)
    if not tail:
        forms.update((base if weak else first) + ending for ending in _PAST_OBJECT)
    bare = stem[1:] if stem.startswith(_WITH_HAMZA) and len(stem) > 3 else stem  # افعل and استفعل lose their alif
    for person in _PRESENT:
        forms.add(person + bare)
    for person in ("ي", "ت"):
        forms.update((person + (bare[:-1] if weak else bare) + "ون", person + (bare[:-1] if weak else bare) + "ان"))
    return {form + tail for form in forms}


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
