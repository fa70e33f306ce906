"""How a text calls the actors it speaks of."""

from agents.extract.actors.wording import Name, Wordings

WORDINGS = Wordings()


def test_each_name_is_counted_with_its_stance() -> None:
    found = WORDINGS.names("قالت قسد إن تنظيم داعش هاجمها، وردت قسد بالمدفعية.")
    assert {name.actor: times for name, times in found.items()} == {"sdf": 2, "is": 1}
    assert {name.stance for name in found} <= {"neutral", "partisan", "self"}


def test_quotes_do_not_make_another_name() -> None:
    assert WORDINGS.names("هاجم «حزب الله» القرية") == WORDINGS.names("هاجم حزب الله القرية") != {}


def test_general_words_and_people_are_no_names() -> None:
    assert not WORDINGS.names("قتل مدنيون ومتظاهرون في المدينة، وفق السكان")


def test_a_name_is_told_without_its_particles() -> None:
    (name,) = WORDINGS.names("وبقسد وحدها")
    assert name == Name("sdf", "قسد", name.stance)


def test_a_name_keeps_the_article_that_a_particle_hides() -> None:
    (name,) = WORDINGS.names("غارات للتحالف الدولي على الباغوز")
    assert (name.actor, name.name) == ("intl-coalition", "التحالف الدولي")
    assert WORDINGS.names("غارات التحالف الدولي على الباغوز") == WORDINGS.names("غارات للتحالف الدولي على الباغوز")
