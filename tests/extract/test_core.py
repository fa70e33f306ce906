"""Whole articles: text in, reports out."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from agents.extract.core import Reader, batches
from streams.records import Article, Report

TABLE = [
    line
    for name in ("reader.tsv", "opponents.tsv", "lists.tsv", "civil.tsv", "strikes.tsv", "articles.tsv")
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
]
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]
PUBLISHED = datetime(2019, 3, 6, 12, tzinfo=UTC)
READER = Reader.load()


def article(text: str, name: str = "t") -> Article:
    title, _, body = text.rpartition("|")
    return Article(article_id=name, outlet="", published_at=PUBLISHED, title=title, body=body or " ")


def written(report: Report, parts: int) -> str:
    days = f"{report.date_start}..{report.date_end}" if report.time_precision == "day" else "-"
    place = report.place.name if report.place else "-"
    figures = [f"{one.measure} {one.party} {one.low}-{one.high}" for one in report.figures]
    told = [report.scope, report.sub_event_type, place, days, f"{report.actor1 or '-'}>{report.actor2 or '-'}", *figures]
    return ", ".join(told[:parts] if parts < 5 else told)


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_an_article_gives_the_reports_a_reader_would_write(text: str, expected: str, note: str) -> None:
    wanted = [one.strip().rstrip(",") for one in expected.split(";") if one.strip()]
    reports = READER.read(article(text)).reports
    assert [written(one, len(want.split(", "))) for one, want in zip(reports, wanted, strict=False)] == wanted, note
    assert len(reports) == len(wanted), note


def test_a_year_that_a_day_is_compared_with_is_no_date_of_an_attack() -> None:
    report = READER.read(article("قتل سبعة جنود في هجوم لداعش على بلدة هجين في أكثر أيام هذا العام دموية.")).reports[0]
    assert (report.date_start, report.date_end) == (date(2019, 3, 5), date(2019, 3, 6))


def test_what_happened_last_year_is_dated_below_the_news_alone() -> None:
    first, second = READER.read(
        article("قتل سبعة جنود في هجوم لداعش على بلدة هجين. وقتل التنظيم ستة مدنيين في الرقة العام الماضي.")
    ).reports
    assert (first.date_start, second.date_start, second.date_end) == (date(2019, 3, 5), date(2018, 1, 1), date(2018, 12, 31))


def test_what_took_months_dates_nothing_but_itself() -> None:
    report = READER.read(
        article("قتل 14 شخصا في انفجار سيارة مفخخة في السويداء. وقد استعادت الحكومة سيطرتها على معظم الجنوب في الأشهر الأخيرة.")
    ).reports[0]
    assert (report.date_start, report.date_end) == (date(2019, 3, 5), date(2019, 3, 6))


def test_a_time_of_months_in_which_somebody_spoke_is_no_day_of_the_news() -> None:
    text = "قتل خمسة أشخاص في هجوم على سوق في كابول. وفي مطلع هذا العام، قال الوزير الأفغاني إن طالبان تستهدف المدنيين."
    (report,) = READER.read(article(text)).reports
    assert (report.date_start, report.date_end) == (date(2019, 3, 5), date(2019, 3, 6))


def test_what_happened_this_week_is_dated_by_it() -> None:
    report = READER.read(article("قتل ثمانية مدنيين بقصف على الحويجة في وقت سابق من هذا الأسبوع.")).reports[0]
    assert (report.date_start, report.date_end) == (date(2019, 3, 3), date(2019, 3, 6))


def test_a_caption_that_repeats_a_sentence_tells_of_nothing_new() -> None:
    told = "تظاهر عشرات من سكان مدينة درعا أمس احتجاجا على رفع تمثال في الساحة"
    once = READER.read(article(f"{told}، ورددوا هتافات. وقال شهود إن الشوارع هادئة.")).reports
    again = READER.read(article(f"{told}، ورددوا هتافات. وقال شهود إن الشوارع هادئة. {told}.")).reports
    assert once == again
    assert [one.sub_event_type for one in once] == ["Peaceful protest"]


def test_every_offset_names_its_words_in_the_article_as_received() -> None:
    text = "قُتِلَ خمســة مدنيين في غارة جوية على مدينة الرقة أمس."
    reading = READER.read(article(text))
    (report,) = reading.reports
    (figure,) = report.figures
    assert text[figure.start : figure.stop] == "خمســة مدنيين"  # the number and its noun
    assert text[report.start : report.stop] == text


def test_a_batch_a_country_and_one_of_no_country_where_nothing_happened() -> None:
    two = article("قتل خمسة مدنيين بانفجار في بغداد أمس. كما قتل سبعة جنود بهجوم في حلب أمس.")
    assert [one.country for one in batches(two, READER.read(two))] == ["IQ", "SY"]
    none = article("ساد الهدوء مدينة حلب أمس.")
    (empty,) = batches(none, READER.read(none))
    assert (empty.country, empty.reports) == ("", ())
    assert empty.digest


ODD = {
    "nothing": " ",
    "digits": "٣٤" * 3000,
    "one letter": "و" * 5000,
    "quotes": "«" * 3000 + "»" * 3000,
    "one word": "قتل " * 2000,
    "marks": "\u202e\u0651\ufdfa" * 500,
    "a null": "قتل خمسة\x00 جنود",
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD.keys())
def test_no_text_stops_the_reader(body: str) -> None:
    assert READER.read(article(body)).reports is not None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "قتل خمسة مدنيين في غارة على الرقة أمس. وقال مراقبون إن الوضع متوتر. وقتل جنديان في انفجار لغم في كركوك.",
            [(5, 5), (5, 6)],  # another occurrence, of no day: since the one told with a day, at the latest on the day of publication
        ),
        ("قتل خمسة مدنيين في غارة على الرقة السبت. وقال مراقبون إن الوضع متوتر. وقتل جنديان في انفجار لغم في كركوك.", [(2, 2), (2, 6)]),
        ("قتل خمسة مدنيين في غارة على الرقة السبت. وقال مراقبون إن الوضع متوتر. وقتل جنديان في غارة أخرى على الرقة.", [(2, 2), (2, 2)]),
        ("قتل خمسة مدنيين في غارة على الرقة أمس، بينما قتل جنديان في انفجار لغم في كركوك.", [(5, 5), (5, 5)]),
        (  # what follows an older act is news again
            "قتل خمسة مدنيين في غارة على الرقة أمس. وقتل سبعة جنود في كمين في حلب قبل عشرة أيام. وقتل جنديان في انفجار لغم في كركوك.",
            [(5, 5), (24, 24), (5, 6)],
        ),
    ],
)
def test_news_of_no_stated_day_is_no_older_than_what_was_told_before(text: str, days: list[tuple[int, int]]) -> None:
    reports = READER.read(article(text)).reports
    assert [(one.date_start and one.date_start.day, one.date_end and one.date_end.day) for one in reports] == days


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("أدى الهجوم على فندق في سوسة في يناير إلى مقتل 38 شخصا.", [1]),
        ("أسفر التفجير الانتحاري في مسجد بصنعاء في فبراير عن مقتل 140 شخصا.", [2]),
        ("الهجوم على كنيسة في طنطا في يناير الماضي أسفر عن مقتل 27 شخصا.", [1]),
        ("أعاد هذا ذكرى الهجوم على سوق لاهور الذي قتل فيه 31 شخصا في يناير.", [1]),
        ("شهدت كابول هجوما على فندق في يناير أوقع 20 قتيلا، وهجوما على مقر للشرطة في فبراير أوقع 31 قتيلا.", [1, 2]),
        ("أدى الهجوم على فندق في سوسة إلى مقتل 38 شخصا، وكانت المدينة قد شهدت في يناير احتفالا.", [3]),  # the month of something else
    ],
)
def test_a_known_act_is_dated_by_the_month_within_its_phrase(text: str, months: list[int]) -> None:
    reports = READER.read(article(text)).reports
    assert [one.date_end and one.date_end.month for one in reports] == months


def test_the_days_of_a_toll_are_those_told_with_its_number() -> None:
    text = "زاد عدد القتلى في الأيام الأخيرة في معارك الزبداني. وأضاف ناشط أن اليومين الأخيرين شهدا سقوط 12 قتيلا في معارك الزبداني."
    report = READER.read(article(text)).reports[0]
    assert (report.scope, report.date_start, report.date_end) == ("toll", date(2019, 3, 4), date(2019, 3, 6))


DAYS = [
    ("زار الأمير أمس المصابين في التفجير الذي استهدف مسجدا في كركوك وقتل فيه 12 جنديا عراقيا.", (None, date(2019, 3, 5)), "a visit"),
    ("صلى الأهالي أمس في كركوك على جنازة الجندي الذي قصف تنظيم داعش منزله فقتله.", (None, date(2019, 3, 5)), "a funeral"),
    ("أدانت الخارجية أمس التفجير الذي قتل فيه 12 جنديا عراقيا في كركوك.", (None, date(2019, 3, 5)), "it was condemned"),
    ("قتل أمس 12 جنديا عراقيا في التفجير الذي استهدف مسجدا في كركوك.", (date(2019, 3, 5), date(2019, 3, 5)), "they died that day"),
    ("وقع أمس التفجير الذي استهدف مسجدا في كركوك وقتل فيه 12 جنديا.", (date(2019, 3, 5), date(2019, 3, 5)), "it happened that day"),
    ("زار الأمير أمس المصابين في التفجير الذي استهدف مسجدا الأحد في كركوك وقتل فيه 12 جنديا.", (date(2019, 3, 3),) * 2, "both days"),
    ("توفي فلسطيني أمس متأثرا بجروح أصيب بها الجمعة برصاص الجيش الإسرائيلي في غزة.", (date(2019, 3, 1),) * 2, "wounds"),
    ("توفي فلسطيني أمس برصاص الجيش الإسرائيلي في غزة.", (date(2019, 3, 5),) * 2, "no wounds"),
    ("تدور اشتباكات بين الجيش العراقي وتنظيم داعش في كركوك منذ صباح أمس.", (date(2019, 3, 5), date(2019, 3, 6)), "since yesterday"),
    ("تدور اشتباكات بين الجيش العراقي وتنظيم داعش في كركوك منذ مطلع العام.", (date(2019, 3, 5), date(2019, 3, 6)), "for months"),
]


@pytest.mark.parametrize(("text", "days", "note"), DAYS)
def test_the_days_of_an_act_are_not_those_of_what_was_done_about_it(text: str, days: tuple[date | None, date | None], note: str) -> None:
    report = READER.read(article(text)).reports[0]
    assert (report.date_start, report.date_end) == days, note


def test_a_lag_is_counted_from_the_day_that_its_sentence_tells() -> None:
    text = "أصيب جنديان عراقيان في كركوك الجمعة. وزار الوزير أمس مدينة بغداد غداة هجوم لداعش في مدينة تكريت قتل فيه سبعة جنود عراقيين."
    first, second = READER.read(article(text)).reports
    assert (first.date_start, second.date_start) == (date(2019, 3, 1), date(2019, 3, 4))


def test_what_an_act_answers_came_before_it() -> None:
    text = "قصفت المدفعية العراقية الخميس بلدة الحويجة ردا على هجوم لتنظيم داعش في تكريت قتل فيه سبعة جنود."
    reports = READER.read(article(text)).reports
    assert [(one.date_start, one.date_end) for one in reports] == [(date(2019, 2, 28),) * 2, (None, date(2019, 2, 28))]


def test_who_is_named_elsewhere_alone_is_marked_as_such() -> None:
    body = "قصفت طائرات التحالف العربي مواقع الحوثيين في صعدة أمس. وأصيب خمسة من الحوثيين في غارات على صعدة الاثنين."
    first, second = READER.read(article(body)).reports
    assert (first.actor1, second.actor1) == ("arab-coalition", "arab-coalition")
    assert not [one for one in first.rules if one.startswith("actor.agent-")]
    assert [one for one in second.rules if one.startswith("actor.agent-")] != []


LAGS = [
    ("تسعة أشهر من", date(2018, 6, 4), date(2018, 6, 8), "by the calendar on 5 June, by days of thirty a month on the 8th"),
    ("مضي شهر على", date(2019, 2, 2), date(2019, 2, 5), "a month over February is of 28 days"),
    ("عام من", date(2018, 3, 4), date(2018, 3, 5), "a year of 365 days"),
    ("20 يوما من", date(2019, 2, 12), date(2019, 2, 13), "counted in days"),
    ("ثلاثة أسابيع من", date(2019, 2, 11), date(2019, 2, 12), "counted in weeks"),
    ("يومين من", date(2019, 3, 3), date(2019, 3, 3), "no round number"),
]


@pytest.mark.parametrize(("lag", "first", "last", "note"), LAGS)
def test_months_and_years_before_are_counted_by_the_calendar_too(lag: str, first: date, last: date, note: str) -> None:
    text = f"قتل سبعة جنود يمنيين بلغم أرضي في مأرب أمس. ويأتي الهجوم بعد {lag} مقتل 11 جنديا يمنيا بلغم في تعز."
    _, old = READER.read(article(text)).reports
    assert (old.date_start, old.date_end) == (first, last), note


UNDER = [
    ("شهدت سوريا معارك أمس.\nحلب\nقتل ثلاثة مدنيين في قصف مدفعي أمس.\nإدلب:\nأصيب خمسة أشخاص في غارة جوية أمس.", "حلب, إدلب", "lines"),
    ("شهدت سوريا معارك أمس.\nمحافظة حماة\nقتل جنديان بانفجار لغم أمس.", "حماة", "with a class word"),
    ("شهدت سوريا معارك أمس.\nحلب\nقتل ثلاثة مدنيين في قصف مدفعي على بلدة سراقب أمس.", "سراقب", "its own place is told"),
    ("شهدت سوريا معارك أمس.\nأخبار حلب\nقتل ثلاثة مدنيين في قصف مدفعي أمس.", "سوريا", "a line that holds more"),
]


@pytest.mark.parametrize(("body", "places", "note"), UNDER)
def test_what_stands_under_the_name_of_a_place_is_told_of_it(body: str, places: str, note: str) -> None:
    told = [one.place.name for one in READER.read(article(body)).reports if one.place and one.sub_event_type != "Armed clash"]
    assert ", ".join(name or "" for name in told) == places, note
