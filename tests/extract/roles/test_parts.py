"""What part an actor gets where others have theirs already."""

from agents.extract.roles.parts import Parts


def test_who_is_named_as_a_second_subject_is_the_object() -> None:
    parts = Parts()
    assert parts.give("gov:IQ", "roles.subject-before") == "roles.subject-before"
    assert parts.give("is", "roles.subject-after") == "roles.object"
    assert (parts.agent, parts.target) == ("gov:IQ", "is")


def test_who_claims_an_act_did_it_and_the_one_before_was_struck() -> None:
    parts = Parts()
    parts.give("gov:IQ", "roles.subject-before")
    assert parts.give("is", "roles.claim") == "roles.claim"
    assert (parts.agent, parts.target) == ("is", "gov:IQ")


def test_after_a_claim_nobody_else_did_it() -> None:
    parts = Parts(agent="is", rules=["roles.claim"])
    assert parts.give("houthis", "roles.by-cue") == "roles.object"
    assert parts.agent == "is"


def test_a_part_goes_over_to_the_larger_force() -> None:
    parts = Parts(agent="units", target="gov:IQ")
    parts.rename("units", "sdf")
    assert (parts.agent, parts.target) == ("sdf", "gov:IQ")


def test_who_has_no_part_is_one_of_the_others() -> None:
    parts = Parts(target="is")
    parts.give("gov:IQ", "roles.against")
    parts.give("gov:US", "roles.speaker")
    assert (parts.target, parts.speaker, parts.others, parts.rules) == ("is", "gov:US", ["gov:IQ"], [])
