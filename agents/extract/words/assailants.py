"""Assailants: who made an attack that was told, as words name them («المهاجمون», «منفذ الهجوم», «الجاني»); of them several rooms ask."""

from agents.extract.words.wordlists import any_of

_NAMES = any_of("gaps", "doer")
KNOWN = rf"ال(?:{_NAMES}|جناه|انتحاري)"  # with the article, of an attack that was told
OF_DEED = r"(?:منفذ|مطلق|مرتكب)"  # before the attack that somebody made
ANY = rf"(?:ال)?(?:مسلح|(?:{_NAMES}|قاتل|فاعل|سائق|مجهول)(?:ا|ان|ين|ون)?)"  # of whom may be said that he got away
