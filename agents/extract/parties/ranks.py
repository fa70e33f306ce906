"""Ranks: the force of whose men people are, as the words around its name say («في صفوف الجماعة», «من رجال الحركة»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.actors.register import IRREGULAR
from agents.extract.counted import headcounts
from agents.extract.harm.counts import Count
from agents.extract.harm.harm import Harm
from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.words.letters import among

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

TAIL = re.compile(
    r"(?:\s|[\"«»'()#]|سقط(?:وا|ا|ت)?(?=\s(?:(?:في|من|بين)\sصفوف|وسط\s))|(?:قتل|سقط|جرح|اصيب)وا(?=\sمن\s(?!قبل|طرف|جانب|جراء|خلال|شده))|"
    r"،(?=\s(?:من|في صفوف|بصفوف)\s)|(?:مباشر|عديد|كثير|كبير|بالغ|خطير|محقق)ه?(?=،?\s(?:في|من|بين|وسط|ب)\s?صفوف|\sوسط\s)|"
    r"من جانب|من|(?:جميع|كل)هم(?=\sمن\s)|"
    r"في صفوف|في اوساط|بصفوف|صفوف|وسط|بين صفوف|بين (?=(?:ال)?(?:عناصر|افراد|مسلح|مقاتل|متمرد|انقلابي|حوثي|قوات|رجال|جنود|عساكر))|لدي|"
    r"(?:ال)?تابع\w*|[تي]عود|ينتم\w*|منتم\w*|المنتم\w*|الي|ل|عناصر|مسلحي|مقاتلي|(?:ال)?(?:مسلح|مقاتل)ين|"
    r"افراد|جنود|ضباط|خبراء(?:\sصواريخ)?|(?:منسوب|منتسب)\w*|رجال|قوات|و?قاده|و?قيادات|وعناصر|ومسلحي|ومقاتلي|اعضاء|ميليشيا\w*|مليشيا\w*|تنظيم|جماعه|حركه|حزب|كتائب|الموالي\w*|موال\w*|مقربين|هذ[اه]|مجاهد\w*|مرتزقه|كوادر|ابنائ(?:نا|ها|ه)|علي|(?:ال)?(?:بارز|ميداني|كبير|محلي)\w*|"
    r"من بين|فصائل|عنصر|مسلح|ارهابي\w*|اخر\w*|متمرد\w*|تابعه|في)*"
)
_FAMILIES = re.compile(r"\sمن\s(?:افراد\s)?(?:عائلات|عوائل|اسر|ذوي|اهالي)(?:هم|ها|ه)(?![\u0621-\u064a])")  # «و600 من عائلاتهم»
_UPROOTED = 10_000  # people: so many who fled, of whom only the number is told, are no force
_RANKS = re.compile(r"(?:في صفوف|في اوساط|بصفوف|بين صفوف|وسط|(?:قتل|سقط|جرح|اصيب) من جانب)\s+(?:(?!و(?:توقيف|اعتقال)\s)\S+\s+){0,2}$")
_UNARMED = re.compile(
    r"\s(?:(?:من\s)?بين|وسط|(?:في|من|ب)\s?(?:صفوف|اوساط))\s(?:صفوف\s)?ال(?:مدني|اهالي|سكان|مواطن|نازح|طلاب|تلاميذ|مصلين|ماره|اطفال|نساء)"
)
_ACTIVISTS = re.compile(r"(?:(?:ناشط|متطوع)(?:ين?|ون|ان|ا|ه|تين|تان|ات)?|نشطاء)(?:\s[^\s،.]+ي(?:ه|ين|ون|ان|تين|تان|ات)?)?$")
_OF_NATION = re.compile(r"\s(?!في\s)[^\s،.]+ي(?:ه|ين|ون|ان|تين|تان|ات)?(?=\s)")  # «متطوعة هولندية في صفوف كذا»
_MEN = re.compile(r"(?<![\u0621-\u064a])(?:رجال|رجل(?:ان|ين)|شبان|شباب|شاب(?:ان|ين))$")
_BELONG = re.compile(r"(?:\s[^\s،.]+){0,2}?\s(?:ينتم(?:ي|ون|يان)|منتم(?:ي|ين|ون)|المنتم(?:ي|ين|ون))\s(?:الي\s)?[\"«]?")
_BODIES = re.compile(r"(?:،?\s[^\s.؛:]+){0,6}?،?\s[تي]عود\s(?=ل)")
_UNIT = re.compile(
    r"\s(?:(?:في|من)\s|ب)(?:ال)?(?:وحده|كتيبه|لواء|فوج|سريه|فصيله|دوريه|طاقم|حاجز|نقطه|مخفر)\s"
    r"(?:(?!علي\s|في\s|ب|قرب\s)[^\s،.:؛]+\s){0,2}?(?=ل)"
)
_HELD_BY = re.compile(r"\s(?:ال)?(?:(?:تابع|موالي)[\u0621-\u064a]*\s[\"«]?(?=ل)|خاضعه\sلسيطره\s[\"«]?)")
_FIGHT = re.compile(  # «مقاتلون أجانب يقاتلون إلى جانب القوات», «كانوا يقاتلون في صفوف الجماعة»
    r"(?:\s(?!في\s|ب|علي\s|مع\s|ضد\s)[^\s،.:؛]+){0,3}?،?\s(?:(?:كانوا|كان|وهم|الذين|الذي)\s){0,2}[يت]قاتل(?:ون|وا|ان)?\s"
    r"(?:(?:الي|ب)\s?جانب|(?:في|ضمن|ب)\s?صفوف|ضمن|مع|ل(?:صالح|حساب))\s[\"«]?"
)
_FIGHT_BY, _FIGHT_REACH = ("قاتل",), 45  # letters without which it finds nothing; characters behind people
_BASE = re.compile(
    r"(?<![\u0621-\u064a])[وبل]?(?:ال|لل)?(?:مطار|قاعد[هت]|معسكر|ثكن[هت]|لواء|فوج)\s(?:[^\s،.:؛]+\s){0,3}?ال(?:عسكري|جوي)ه?\s"
)
_OF_MEN = ("احد رجال", *(f" من {men}" for men in ("رجال", "شباب", "ابطال", "عناصر", "افراد", "مقاتلي", "مسلحي", "اعضاء")))
_HOLDS = (" لدي ", ' لدي "', " بحوزه ", " في قبضه ", " بيد ")  # right before who holds prisoners
_BRACKET = 3  # characters up to a name in brackets
_BELONG_REACH = 4  # characters
_MEN_REACH = 20  # characters between «men» and the name of their force


def no_men(count: Count, context: Context) -> bool:
    """«600 من عائلاتهم», «نزح ستون ألفا منهم»: whether a number is of people who bear no arms, whoever is named beside them."""
    people = count.people
    fled = count.measures == ("displaced",) and people.noun.whose == "" and (people.low or 0) >= _UPROOTED
    return fled or _FAMILIES.match(context.text, people.stop) is not None


def behind_tally(people: People, tally: Harm, context: Context) -> str | None:
    """«ارتفع عدد قتلى الجماعة إلى 18 شخصا»: whose the dead are stands behind the word that counts them."""
    if headcounts.relative(context.text, tally):
        return next((one.actor for one in context.actors_in(tally.start, tally.stop) if one.cls not in ("civilians", "protesters")), None)
    named = [one for one in context.actors_in(tally.stop - 2, people.start) if one.cls not in ("civilians", "protesters")]
    tail = TAIL.match(context.text, tally.stop, people.start)
    return named[0].actor if named and tail and tail.end() + 1 >= named[0].start else None


def within(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«في صفوف الجماعة 9 قتلى», «9 قتلى بين المدنيين»."""
    found = unarmed(people, context) or _of_bodies(people, context) or _of_unit(people, context)
    if found := found or _fighting_for(people, context):
        return found
    ranks = _RANKS.search(context.text, max(span[0], people.start - 60), people.start)
    return context.actor_before(people.start, ranks.start()) if ranks else None


def _of_bodies(people: People, context: Context) -> str | None:
    """«30 جثة متناثرة، داخل القاعدة، تعود للجماعة»: whose the bodies were, as is said a few words behind them."""
    if context.text.find("جث", people.start, people.stop) < 0:
        return None
    said = _BODIES.match(context.text, people.stop)
    named = context.actors_in(said.end() - 1, said.end() + _BELONG_REACH) if said else ()
    return named[0].actor if named else None


def _of_unit(people: People, context: Context) -> str | None:
    """«فرد في وحدة تدريب تابعة للجيش», «عنصران بدورية للشرطة»: the armed force whose unit or post is named right behind its men."""
    if people.noun.whose != "armed" or (unit := _UNIT.match(context.text, people.stop)) is None:
        return None
    named = next(iter(context.actors_in(unit.end(), unit.end() + 1)), None)
    return named.actor if named is not None and named.cls not in ("civilians", "protesters") else None


def _fighting_for(people: People, context: Context) -> str | None:
    """«مسلحين أجانب يقاتلون إلى جانب القوات»: the armed force for which people are said to fight."""
    if not among(_FIGHT_BY, context.text, people.stop, people.stop + _FIGHT_REACH):
        return None
    said = _FIGHT.match(context.text, people.stop)
    named = next(iter(context.actors_in(said.end(), said.end() + _BELONG_REACH)), None) if said else None
    return named.actor if named is not None and named.cls not in ("civilians", "protesters") else None


def held_by(people: People, context: Context) -> str | None:
    """«عناصر من الشرطة التابعة للجماعة»: the armed force to which that of people is said to belong."""
    said = _HELD_BY.match(context.text, people.stop)
    named = next(iter(context.actors_in(said.end(), said.end() + 1)), None) if said else None
    return named.actor if named is not None and named.cls not in ("civilians", "protesters") else None


def no_owner(actor: "ActorMention", people: People, near: Sequence["ActorMention"], text: str) -> bool:
    """«ميليشيا (الدفاع الوطني)»: whether a word for any such force only stands before the name in brackets of the one meant.

    «20 أسيرا لدى الجماعة»: or who holds prisoners.
    """
    if (people.noun.whose == "prisoner" or people.noun.measure == "captured") and text.endswith(_HOLDS, people.stop - 1, actor.start):
        return True
    named = actor.rule in ("actor.context", "actor.last") and text.startswith(" (", actor.stop)
    return named and any(actor.stop < one.start <= actor.stop + _BRACKET for one in near)


def of_base(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«خرج المطار العسكري من الخدمة، وقتل ستة من عناصره»: the state whose base is named before its men."""
    if context.text.find("عناصر", people.start, people.stop) < 0 or not _BASE.search(context.text, span[0], people.start):
        return None
    state = context.country_at(*span)
    return f"gov:{state}" if state else None


def men_of(people: People, context: Context) -> str | None:
    """«سبعة من رجال حركة كذا», «خمسة من شباب المقاومة», «ناشطان في كتائب كذا», «متطوعة هولندية في كذا»: the armed force behind them."""
    active = _ACTIVISTS.search(context.text, people.start, people.stop) is not None
    of_men = context.text.endswith(_OF_MEN, people.start, people.stop) or (
        context.text.startswith(" من ", people.stop) and _MEN.search(context.text, people.start, people.stop) is not None
    )
    if not active and not of_men:
        return None
    named = next((one for one in context.actors_in(people.start, people.stop + _MEN_REACH) if one.stop > people.stop), None)
    nation = _OF_NATION.match(context.text, people.stop) if active else None
    tail = TAIL.match(context.text, nation.end() if nation else people.stop, people.stop + _MEN_REACH)
    near = named is not None and (named.start < people.stop or (tail is not None and tail.end() >= named.start))
    if named is None or not near or (active and named.cls not in IRREGULAR):
        return None
    return named.actor if named.cls not in ("civilians", "protesters") else None


def belonging(people: People, context: Context) -> str | None:
    """«7 خبراء متفجرات ينتمون للجماعة»: the irregular force to which people without arms are said to belong."""
    said = _BELONG.match(context.text, people.stop)
    if said is None:
        return None
    named = next(iter(context.actors_in(said.end() - 1, said.end() + _BELONG_REACH)), None)
    return named.actor if named is not None and named.cls in IRREGULAR and named.start - said.end() <= 1 else None


def unarmed(people: People, context: Context) -> str | None:
    """«قتلى وجرحى بين المدنيين», «في صفوف الأهالي»: civilians, where they fell among people who bore no arms."""
    left_open = people.noun.whose in ("", "victim")
    return "civilians" if left_open and _UNARMED.match(context.text, people.stop) else None
