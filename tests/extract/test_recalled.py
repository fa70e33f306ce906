"""Which acts an article only recalls, and so leaves without a day of their own."""

from datetime import date

import pytest

from tests.extract.test_core import READER, article

NEWS = "قتل ثلاثة جنود في هجوم على حاجز في بنغازي أمس. "
RECALLED = [
    "وفرضت السلطات حظر التجول إثر تفجيرين قتل فيهما 45 شخصا في درنة.",
    "وجاء القرار بعد هجوم للتنظيم على سوق في درنة أسفر عن مقتل 20 شخصا.",
    "وأضاف أن القرار كان بمثابة رد على الهجوم الذي استهدف سوقا في درنة وأوقع 30 قتيلا.",
    "لكن الهجوم الذي وقع في درنة وأوقع 40 قتيلا دفع الحكومة إلى التفاوض.",
    "ودخلت التحقيقات الجارية في قضية التفجير الذي أوقع 30 قتيلا في درنة شهرها الثاني.",
    "وقضت محكمة بإعدام رجل إثر إدانته بالهجوم على سوق في درنة والذي أسفر عن مقتل 30 شخصا.",
    "وسجن ثلاثة بتهمة المشاركة في هجوم على مدرسة في درنة أسفر عن مقتل 30 تلميذا.",
    "واحتجز خمسة للاشتباه بعلاقتهم بالتفجير الذي أودى بحياة 30 شخصا في درنة.",
    "وأكد الوزير إدانته للهجوم على سوق في درنة والذي أسفر عن مقتل 30 شخصا.",
    "وأعرب الأمين العام عن قلقه من قصف المعارضة لأحياء في درنة الذي خلف عشرات القتلى.",
    "ودعا مجلس الأمن إلى وقف الغارات على درنة التي أوقعت 40 قتيلا.",
    "وقدمت السفارة تعازيها في ضحايا التفجير الذي استهدف سوقا في درنة وأودى بحياة 30 شخصا.",
    "وحكم محلفو محكمة بالسجن على رجل، الذي أطلق النار داخل مسرح في درنة وقتل 12 شخصا.",
    "وقتلت الشرطة مدبر تفجير أوقع 30 قتيلا في درنة.",
    "وأدانت المحكمة رجلا بالتخطيط للاعتداءات التي أوقعت 30 قتيلا في درنة.",
    "وأحيت البلاد الذكرى الثانية للهجوم على سوق في درنة والذي أودى بحياة 30 شخصا.",
    "ودان المجلس بشدة الجريمة الإرهابية البشعة التي أودت بحياة 30 شخصا في درنة.",
    "وجدد الوزير استنكار بلاده للحادث الإرهابي الغادر الذي وقع في سوق في درنة وأسفر عن مقتل 30 شخصا.",
    "وجددت مصر إدانتها للهجوم الذي نفذه مسلحون على سوق في درنة وأدى إلى مقتل 30 شخصا.",
    "وقدم الأمير تعازيه في ضحايا تفجير انتحاري قتل أكثر من 30 شخصا في درنة.",
]
NEWER = [
    "ونقل 30 جريحا إلى المستشفى عقب انفجار في سوق بمدينة درنة.",
    "وقتل عشرة مدنيين بعد قصف استهدف قرية قرب درنة.",
    "وتقدم الجيش بعد غارة على مقر في درنة قتل فيها عشرة مسلحين.",
    "لكن الهجوم الذي وقع في درنة أوقع 40 قتيلا.",
    "واتهمت الحكومة جماعة مسلحة بهجوم على سوق في درنة أسفر عن مقتل 30 شخصا.",
    "وندد السكان بالقصف وقتل ثلاثة منهم في غارة على درنة.",
    "وأعلن التنظيم مسؤوليته عن هجوم على سوق في درنة أوقع 30 قتيلا.",
    "وقال متحدث باسم المحكمة إن الهجوم الذي استهدف مبناها في درنة أسفر عن مقتل 15 شخصا.",
    "وأدان الرئيس مقتل ستة جنود في كمين قرب درنة.",
    "واقتحم مسلحون محكمة في درنة وقتلوا ستة من موظفيها.",
    "وقتل ستة جنود قرب درنة في عملية دانها الوزير ووصفها بالعمل الإرهابي الذي لن يمر.",
    "ودان الوزير مقتل ستة جنود في العملية التي نفذها مسلحون قرب درنة.",
    "وأعلن الجيش أن العملية التي نفذها في درنة أسفرت عن مقتل ستة مسلحين.",
]


@pytest.mark.parametrize("text", RECALLED)
def test_what_is_only_recalled_has_no_day(text: str) -> None:
    report = READER.read(article(NEWS + text)).reports[-1]
    assert (report.place and report.place.name, report.date_start, report.date_end) == ("درنة", None, date(2019, 3, 6))


@pytest.mark.parametrize("text", NEWER)
def test_what_is_told_as_news_has_the_day_of_news(text: str) -> None:
    report = READER.read(article(NEWS + text)).reports[-1]
    assert report.date_start == date(2019, 3, 5)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("أدانت مصر الهجوم على كنيسة في درنة الذي أسفر عن مقتل 30 شخصا.", None),
        ("أدانت مصر هجوما على كنيسة في درنة أسفر أمس عن مقتل 30 شخصا.", date(2019, 3, 5)),
        ("قتل 30 شخصا في هجوم على كنيسة في درنة أدانته مصر.", date(2019, 3, 5)),
    ],
)
def test_what_is_condemned_on_top_has_no_day_but_its_own(text: str, first: date | None) -> None:
    report = READER.read(article(text)).reports[0]
    assert (report.place and report.place.name, report.date_start) == ("درنة", first)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("وتعهدا الأحد برد قوي على هجوم أوقع 30 قتيلا في درنة.", None, date(2019, 3, 3)),
        ("وتوعدا السبت بالرد على هجوم أوقع 30 قتيلا في درنة.", None, date(2019, 3, 2)),
        ("وشنا السبت هجوما أوقع 30 قتيلا في درنة.", date(2019, 3, 2), date(2019, 3, 2)),
    ],
)
def test_the_day_of_what_two_vow_is_not_that_of_what_they_answer(text: str, first: date | None, last: date) -> None:
    report = READER.read(article(NEWS + text)).reports[-1]
    assert (report.date_start, report.date_end) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "وقتل 14 شخصا في هجوم تبنته جماعة في وقت سابق هذا الشهر قرب درنة.",
        "وفي وقت سابق من هذا الشهر، قتل 14 شخصا في هجوم على سوق في درنة.",
    ],
)
def test_what_happened_earlier_this_month_may_be_of_any_day_of_it(text: str) -> None:
    report = READER.read(article(NEWS + text)).reports[-1]
    assert (report.date_start, report.date_end) == (date(2019, 3, 1), date(2019, 3, 6))


def test_what_began_earlier_this_month_dates_nothing_else() -> None:
    text = "تصدت قوات لهجوم على مقر في العريش يقود عملية بدأتها السلطات في وقت سابق من الشهر، وقتل سبعة جنود."
    assert READER.read(article(text)).reports[0].date_start == date(2019, 3, 5)


def test_a_year_that_stands_alone_is_that_of_the_days_below_it() -> None:
    body = "أبرز الضربات.\n- 2017 -\n17 آذار/مارس: غارة على تدمر.\n- 2018 -\n9 نيسان/أبريل: غارة على مطار التيفور قتل فيها 14 مقاتلا.\n"
    days = [(one.first, one.last) for one in READER.read(article("أبرز الغارات|" + body)).layers.dates]
    assert days == [(date(2017, 3, 17), date(2017, 3, 17)), (date(2018, 4, 9), date(2018, 4, 9))]


def test_what_was_known_last_year_is_not_of_a_day_of_this() -> None:
    text = (
        "وكانت القاعدة هدفا لهجوم بصواريخ في العام الماضي ردا على هجوم كيماوي قتل 70 شخصا في خان شيخون. "
        "ونفذت الطائرات ضربات على المطار فجر الاثنين ردا على الهجوم الكيماوي."
    )
    report = next(one for one in READER.read(article(text)).reports if one.figures)
    assert (report.date_start, report.date_end) == (None, date(2018, 12, 31))


def test_what_is_looked_into_is_of_the_year_behind_it() -> None:
    text = NEWS + "وكشفت التحقيقات في هجوم الموصل العام الماضي صلة تاجر بالجماعة التي دبرت التفجير الذي أودى بحياة 22 شخصا."
    report = READER.read(article(text)).reports[-1]
    assert (report.date_start, report.date_end) == (date(2018, 1, 1), date(2018, 12, 31))
