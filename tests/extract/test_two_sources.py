"""Two sources of one article that count the people of one occurrence otherwise."""

import pytest

from tests.extract.test_core import READER, article

SHELLED = "قصفت القوات الحكومية بلدة دوما أمس. "
BOTH = [(36, "الدفاع المدني"), (28, "المرصد السوري لحقوق الإنسان")]


@pytest.mark.parametrize(
    ("text", "told", "note"),
    [
        (
            SHELLED + "وأفاد الدفاع المدني بمقتل 36 مدنيا، بينما يقول المرصد السوري لحقوق الإنسان إن حصيلة القتلى كانت 28 شخصا.",
            BOTH,
            "the sentence turns to another source",
        ),
        (
            SHELLED + "وقال الدفاع المدني إن 36 مدنيا قتلوا، في حين ذكر المرصد السوري لحقوق الإنسان أن 28 شخصا قتلوا.",
            BOTH,
            "a turn of two words",
        ),
        (
            SHELLED + "وقال الدفاع المدني إن 36 مدنيا قتلوا، وقال المرصد السوري لحقوق الإنسان إن 28 شخصا قتلوا.",
            BOTH,
            "only «and»",
        ),
        (
            "قال الدفاع المدني إن 36 مدنيا قتلوا في غارة على بلدة دوما أمس، لكن مصادر طبية قالت إن 28 شخصا قتلوا.",
            [(36, "الدفاع المدني"), (28, "مصادر طبية")],
            "who speaks stands before the verb",
        ),
        (
            "قالت وزارة الداخلية إن تفجيرا في هرات أمس أسفر عن مقتل 33 مدنيا. لكن المتحدث باسم الشرطة قال إن 35 شخصا قتلوا في التفجير.",
            [(33, "وزارة الداخلية"), (35, "المتحدث باسم الشرطة")],
            "a sentence that begins with the turn",
        ),
        (
            "قتل 23 شخصا على الأقل في تفجير في بغداد أمس، وفق الشرطة. وقدر مسؤولون آخرون عدد القتلى بنحو 31.",
            [(23, "الشرطة"), (31, "مسؤولون آخرون")],
            "others reckon otherwise, though «at least» would agree",
        ),
        (
            "قتل 23 شخصا على الأقل في تفجير في بغداد أمس، وفق الشرطة. وقالت وزارة الداخلية إن الحصيلة ارتفعت إلى 31 قتيلا.",
            [(31, None)],
            "a number that rose",
        ),
        (
            "قالت الشرطة إن 20 شخصا قتلوا في تفجير في بغداد أمس، وأضافت أن 12 شخصا قتلوا.",
            [(20, None), (12, None)],
            "the same source goes on",
        ),
        (
            "قال الجيش إن 36 مسلحا قتلوا في اشتباكات في درنة أمس، بينما قالت مصادر طبية إن 28 جنديا قتلوا.",
            [(36, None), (28, None)],
            "the dead of two sides",
        ),
        (
            "هاجم مسلحون مخفرا في مدينة وان أمس. وأكد حزب العمال أن الهجوم أوقع أكثر من ثلاثين قتيلا في صفوف الجيش التركي،"
            " في حين تحدثت حصيلة رسمية عن مقتل جنديين.",
            [(30, "حزب العمال"), (2, "حصيلة رسمية")],
            "who attacked and who was struck are far apart",
        ),
        (
            "قتل جنديان في هجوم في تكريت أمس، بحسب الجيش العراقي، فيما تحدث تنظيم داعش عن مقتل 15 جنديا.",
            [(2, "الجيش العراقي"), (15, "تنظيم داعش")],
            "the attacker's far larger number comes second",
        ),
        (
            "أعلن تنظيم داعش مقتل 15 جنديا في هجوم على حاجز في تكريت أمس، بينما أكدت وزارة الدفاع أن جنديين قتلا في الهجوم.",
            [(15, "تنظيم داعش"), (2, "وزارة الدفاع")],
            "a clause of its own that points back to the attack",
        ),
        (
            "قال الجيش إن 20 جنديا قتلوا في اشتباكات في تكريت أمس، فيما أعلنت الشرطة مقتل خمسة جنود آخرين.",
            [(20, None), (5, None)],
            "others fell beside them",
        ),
    ],
)
def test_each_number_has_its_own_source(text: str, told: list[tuple[int, str | None]], note: str) -> None:
    report = READER.read(article(text)).reports[0]
    assert [(one.low, one.source) for one in report.figures if one.measure == "killed"] == told, note


def test_the_dead_of_two_acts_stand_apart() -> None:
    text = "قالت الشرطة إن 20 شخصا قتلوا في تفجير في بغداد أمس، فيما قال مصدر طبي إن 12 شخصا قتلوا في هجوم في بعقوبة."
    assert [[one.low for one in report.figures] for report in READER.read(article(text)).reports] == [[20], [12]]
